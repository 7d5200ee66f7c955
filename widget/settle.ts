/**
 * Gives back the height that `embed.ts` reserved, without anything moving before a reader's eyes:
 * the end of the element rises only as far as the lower edge of the screen, and the rest of the
 * way when the reader clicks or presses a key (what moves then is expected, see Layout Instability).
 */
export function settle(host: HTMLElement, signal: AbortSignal): void {
  const settled = new AbortController();
  const free = (): void => {
    host.style.minHeight = '';
    settled.abort();
  };
  const rise = (): void => {
    const room = innerHeight - host.getBoundingClientRect().top;
    const content = host.shadowRoot?.firstElementChild?.getBoundingClientRect().height ?? 0;
    if (content >= room) free();
    else if (room < host.offsetHeight) host.style.minHeight = `${room}px`;
  };
  host.style.overflowAnchor = '';
  rise();
  const options = { signal: AbortSignal.any([signal, settled.signal]), passive: true };
  if (settled.signal.aborted) return;
  addEventListener('scroll', rise, options);
  addEventListener('click', free, options);
  addEventListener('keydown', free, options);
}
