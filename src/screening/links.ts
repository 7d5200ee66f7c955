/** A link as it stands in a text: where, and what it leads to. `path` is without host, lower case. */
export type Link = { start: number; end: number; host: string; path: string };

const SCHEME = /\b(?:https?|hxxps?|ftp):\/\/[^\s<>"'\])]+/gi;
const BARE =
  /(?<![\w@./-])(?:www\.)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:com|net|org|info|biz|ru|cn|tk|ml|ga|cf|gq|xyz|top|club|online|site|shop|store|live|icu|vip|buzz|click|link|co|io|me|tv|cc|ly|be|gl|de|at|ch|fr|it|es|pt|nl|pl|tr|uk|us|ca|au|eu|in|jp|kr|br|ua|su|pro|app|dev|page|web|blog|news|ltd|win|bid|loan|men|work|life|fun|space|website|today|casino|bet|poker|sex|porn|xxx)(?:\/[^\s<>"'\])]*)?(?![\p{L}\p{N}-])/giu;

/** Links in a text, written out or bare ("example.com/page"), in order; no two overlap. */
export function findLinks(text: string): Link[] {
  if (!text.includes('.')) return [];
  const found: Link[] = [];
  for (const pattern of [SCHEME, BARE]) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((link) => start < link.end && link.start < end)) continue;
      const address = readAddress(match[0]);
      if (address) found.push({ start, end, ...address });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Host and path of an address with or without scheme; undefined where there is no host. */
export function readAddress(address: string): { host: string; path: string } | undefined {
  const match = /^(?:[a-z]+:\/\/)?(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?(.*)$/is.exec(address.trim());
  const host = (match?.[1] ?? '')
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.+$/, '');
  if (!/^[^\s.]+(?:\.[^\s.]+)+$/.test(host)) return undefined;
  return { host, path: (match?.[2] ?? '').toLowerCase().replace(/[.,;:!?]+$/, '') };
}

const SECOND_LEVEL = /^(?:co|com|net|org|gov|edu|ac|or|ne|gen|gob|nom)$/;

/** The part of a host that somebody registered: "a.b.example.co.uk" -> "example.co.uk". */
export function registrableDomain(host: string): string {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  const take = last.length === 2 && SECOND_LEVEL.test(labels.at(-2) ?? '') ? 3 : 2;
  return labels.slice(-take).join('.');
}
