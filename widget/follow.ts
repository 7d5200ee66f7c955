/**
 * Tells when the page may have become another one: an address that changed, or another canonical
 * link. The page's own history functions are left alone; where the browser has no Navigation API,
 * a silent change of address is noticed with the next change in the head (a new title is one).
 */
export function follow(onChange: () => void, signal: AbortSignal): void {
  addEventListener('popstate', onChange, { signal });
  if ('navigation' in window) {
    window.navigation.addEventListener('currententrychange', onChange, { signal });
  }
  const observer = new MutationObserver(onChange);
  observer.observe(document.head, { subtree: true, childList: true, attributeFilter: ['href'] });
  signal.addEventListener('abort', () => observer.disconnect());
}
