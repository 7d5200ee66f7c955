/** Each of these would call `alert`, load an image or leave its place, if it were ever markup. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea></script><svg/onload=alert(1)>',
  '<style>*{display:none}</style><form action=//evil.example><input name=q>',
  '[x](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '\u202E\u2066gnp.exe\u2069',
] as const;
