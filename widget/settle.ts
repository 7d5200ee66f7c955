/**
 * Gives back the height that `embed.ts` reserved, without anything moving before a reader's eyes:
 * the end of the element rises only as far as the lower edge of the screen, and the rest of the
 * way when the reader clicks or presses a key (what moves then is expected, see Layout Instability).
 */
export function settle(host: HTMLElement, signal: AbortSignal): void {
  const { style } = host;
  const free = (): void => {
    style.minHeight = '';
  };
  const rise = (): void => {
    if (!style.minHeight) return;
    const room = innerHeight - host.getBoundingClientRect().top;
    const content = host.shadowRoot?.firstElementChild?.clientHeight ?? 0;
    if (content >= room) free();
    else if (room < host.offsetHeight) style.minHeight = `${room}px`;
  };
  style.overflowAnchor = '';
  rise();
  addEventListener('scroll', rise, { signal });
  addEventListener('click', free, { signal });
  addEventListener('keydown', free, { signal });
}
