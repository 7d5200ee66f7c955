/**
 * The sets hold HTML as their platforms stored it. A reader of Belowline sends plain text, so tags
 * go and a link becomes its text and its address; otherwise the platform's own markup (rel=nofollow,
 * <br />) would give the spam away.
 */
export function plainText(html: string): string {
  return unescapeHtml(
    html
      .replace(
        /<a\b[^>]*?href\s*=\s*["']?([^"'\s>]+)["']?[^>]*>(.*?)<\/a>/gis,
        (_, url: string, label: string) =>
          sameAddress(url, label) ? ` ${url} ` : `${label} ${url} `,
      )
      .replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
      .replace(/<\/?[a-z][^>]*>/gi, ''),
  ).trim();
}

function sameAddress(url: string, label: string): boolean {
  const bare = (text: string) => text.replace(/^https?:\/\//, '').replace(/\W+$/, '');
  return bare(url).startsWith(bare(label).slice(0, 20)) && label.includes('.');
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
  });
}
