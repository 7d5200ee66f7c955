type Settling = { draw: () => void; signal: AbortSignal };

/**
 * Draws into the height that `embed.ts` reserved and gives back what is left of it, without
 * anything moving before a reader's eyes. What follows rises only as far as the lower edge of the
 * screen, and the rest of the way when the reader clicks or presses a key. Where a reader was
 * quicker than the comments and sees what follows them already, the page scrolls along with it.
 */
export function settle(host: HTMLElement, { draw, signal }: Settling): void {
  const { style } = host;
  const { top, bottom } = host.getBoundingClientRect();
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
  draw();
  // In a task of its own, before anything is painted: laying out takes as long as drawing.
  requestAnimationFrame(() => {
    rise();
    if (top < 0 && bottom > 0 && bottom < innerHeight) {
      scrollBy({ top: host.getBoundingClientRect().bottom - bottom, behavior: 'instant' });
    }
  });
  addEventListener('scroll', rise, { signal });
  addEventListener('click', free, { signal });
  addEventListener('keydown', free, { signal });
}
