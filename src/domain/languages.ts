/** Languages that a comment can be known to be in (ISO 639-1). */
export const LANGUAGES: readonly string[] =
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hu hy is it ja ka km kn ko ku lo lt lv ml mr my nl no or pa pl pt ro ru si sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  );

/** In an address or a query: comments whose language is not known. */
export const NOT_KNOWN = 'none';
