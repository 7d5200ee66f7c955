/** The usual ones, so that links from letters and networks share a draft; the service knows more. */
const TRACKER = /^(utm_\w+|\w+clk?id|mc_[ce]id|igshid)$/;

/** The address that names a page's thread: the canonical one, else its own without what only tracks. */
export function threadUrl(address: string, canonical?: string): string {
  const url = new URL(canonical || address, address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKER.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}
