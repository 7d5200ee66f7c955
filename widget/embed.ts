/** One element on the page: it waits until its reader comes near, then becomes the comments. */
const TAG = 'belowline-comments';
const NEAR = '600px 0px';
const script = document.currentScript;
const defaults = { ...script?.dataset };
const api = new URL((script instanceof HTMLScriptElement && script.src) || location.href).origin;

type App = { mount: (host: HTMLElement, api: string) => () => void };

class BelowlineComments extends HTMLElement {
  #leave = (): void => {};

  connectedCallback(): void {
    for (const name in defaults) this.dataset[name] ??= defaults[name] ?? '';
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    if (!this.dataset.site) {
      const line = document.createElement('p');
      line.textContent = 'Comments are not available on this page.';
      root.replaceChildren(line);
      console.error('Belowline: data-site is missing');
      return;
    }
    if (!document.getElementById('comments')) this.id ||= 'comments';
    // What follows begins below the screen, so that nothing in sight moves when comments come.
    this.style.cssText = 'display:flow-root;min-height:100vh';
    this.#leave = waitFor(this);
  }

  disconnectedCallback(): void {
    this.#leave();
  }
}

/** Loads the application when the reader comes near or follows a link to the comments. */
function waitFor(host: HTMLElement): () => void {
  let leave = (): void => {};
  const stop = (): void => {
    observer.disconnect();
    removeEventListener('hashchange', look);
  };
  const start = (): void => {
    stop();
    leave = load(host, '');
  };
  const look = (): void => {
    if (/^#comment(s$|-)/.test(location.hash)) start();
  };
  const observer = new IntersectionObserver(
    (entries) => entries.at(-1)?.isIntersecting && start(),
    { rootMargin: NEAR },
  );
  observer.observe(host);
  addEventListener('hashchange', look);
  look();
  return () => {
    stop();
    leave();
  };
}

/** `again` makes the address another one: some browsers remember that a module failed. */
function load(host: HTMLElement, again: string): () => void {
  let isLeft = false;
  let leave = (): void => {
    isLeft = true;
  };
  import(api + APP_MODULE + again).then(
    ({ mount }: App) => {
      if (!isLeft) leave = mount(host, api);
    },
    () => {
      const button = document.createElement('button');
      button.textContent = 'Comments could not be loaded. Try again';
      button.onclick = () => {
        leave = load(host, `${again}?`);
      };
      host.shadowRoot?.replaceChildren(button);
    },
  );
  return () => leave();
}

/** Where the script stands, unless the page has its own element or another tag made the same. */
function place(): void {
  const twins = [...document.querySelectorAll<HTMLElement>(TAG)].filter(
    ({ dataset: { placed, key, url } }) =>
      !placed || (key === defaults.key && url === defaults.url),
  );
  if (twins.length > 0) return;
  const element = document.createElement(TAG);
  Object.assign(element.dataset, defaults, { placed: 'true' });
  if (script?.closest('body')) script.after(element);
  else document.body.append(element);
}

/** The page's own element, parsed after the script had placed one, is the one that counts. */
function yieldToPage(): void {
  if (!document.querySelector(`${TAG}:not([data-placed])`)) return;
  for (const placed of document.querySelectorAll(`${TAG}[data-placed]`)) placed.remove();
}

if (!customElements.get(TAG)) customElements.define(TAG, BelowlineComments);
if (script?.closest('body')) place();
if (document.readyState === 'loading') {
  addEventListener('DOMContentLoaded', () => {
    place();
    yieldToPage();
  });
} else place();

export {};
