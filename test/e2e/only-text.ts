import type { Page } from '@playwright/test';
import { expect } from './newsroom.ts';

/** All that the desk, the widget and the pages without JavaScript are made of. */
const OWN_ELEMENTS =
  'a article aside b bdi belowline-comments blockquote body br button code dd del details dialog div dl dt em fieldset footer form h1 h2 h3 header input ins kbd label legend li main mark nav noscript ol option p pre progress search section select small span strong summary textarea time ul';

type Seen = {
  /** What has become an element or an address, stands out of the page, or turns our words round. */
  troubles: string[];
  /** Which of the expected texts stand there, whole. */
  shown: number[];
};

/**
 * Holds what is on the screen against the texts that came from others; answers those of them that
 * stand there exactly as they came. Text in fields, titles and labels counts.
 */
export async function expectOnlyText(page: Page, texts: readonly string[] = []): Promise<string[]> {
  // As ASCII: halves of characters would be lost on the way.
  const given = { texts: JSON.stringify(texts), own: OWN_ELEMENTS };
  const { troubles, shown } = await page.evaluate(lookAtScreen, given);
  expect(troubles).toEqual([]);
  return shown.map((at) => texts[at] ?? '');
}

/** Runs in the page. */
function lookAtScreen(given: { texts: string; own: string }): Seen {
  const troubles: string[] = [];
  const own = new Set(given.own.toUpperCase().split(' '));
  const roots: (Document | ShadowRoot)[] = [document];
  const elements: Element[] = [];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.closest('head')) continue;
      if (element.shadowRoot) roots.push(element.shadowRoot);
      elements.push(element);
    }
  }
  const tell = (what: string, element: Element): void => {
    if (troubles.length < 10) troubles.push(`${what}: ${element.outerHTML.slice(0, 300)}`);
  };
  if (Reflect.has(window, '__hit')) troubles.push('a script has run');
  if (document.querySelectorAll('base').length > 0) troubles.push('a base');

  for (const element of elements) {
    const name = element.nodeName.toUpperCase();
    const isOurs =
      own.has(name) ||
      element.matches('script[src$="/embed.js"][data-site], script[type="application/ld+json"]');
    if (name !== 'HTML' && !isOurs) tell('an element', element);
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith('on') || attribute.name === 'srcdoc')
        tell('a handler', element);
      if (!/^(?:href|src|action|formaction|data|poster|background)$/.test(attribute.name)) continue;
      const { protocol } = new URL(attribute.value, document.baseURI);
      if (!/^https?:$/.test(protocol)) tell('an address', element);
    }
  }

  const style = (element: Element) => getComputedStyle(element);
  const isSeen = (element: Element): boolean => {
    const { clipPath, position } = style(element);
    return element.getClientRects().length > 0 && !(clipPath !== 'none' && position === 'absolute');
  };
  /** Whether something above lets nothing of it be seen outside. */
  const isCut = (element: Element): boolean => {
    for (let up: Element | null = element; up !== null; up = up.parentElement) {
      if (style(up).overflowX !== 'visible' && up !== document.body) return true;
      if (style(up).clipPath !== 'none') return true;
    }
    return false;
  };
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) {
    const wide = elements.find(
      (one) => one.getBoundingClientRect().right > innerWidth + 1 && isSeen(one) && !isCut(one),
    );
    tell(`the page is ${page.scrollWidth} px wide`, wide ?? page);
  }
  for (const element of elements) {
    const { overflowX } = style(element);
    const scrolls = overflowX === 'auto' || overflowX === 'scroll';
    const isField = /^(?:TEXTAREA|INPUT|SELECT)$/.test(element.nodeName);
    if (scrolls && !isField && element.scrollWidth > element.clientWidth + 1) {
      tell('scrolls aside', element);
    }
    if (element.getBoundingClientRect().left < -1 && isSeen(element) && !isCut(element)) {
      tell('stands out to the left', element);
    }
  }

  // What turns text round must end with its own text: nothing of ours may stand behind it.
  /** A sign that ends an isolate ends what was opened in it; without an isolate it ends nothing. */
  const lastIsolate = (open: string[]): number =>
    open.includes('isolate') ? open.lastIndexOf('isolate') : open.length;
  const turns = (text: string): boolean => {
    const open: string[] = [];
    for (const [sign] of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
      if (sign === '\u2069') open.splice(lastIsolate(open));
      else if (sign !== '\u202C') open.push(sign >= '\u2066' ? 'isolate' : 'override');
      else if (open.at(-1) === 'override') open.pop();
    }
    return open.length > 0;
  };
  const others: string[] = JSON.parse(given.texts);
  const isOurs = (text: string): boolean => !others.some((other) => other.includes(text));
  for (const element of elements) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !turns(node.nodeValue ?? '')) continue;
      if (!isSeen(element) || element.nodeName === 'TEXTAREA' || element.nodeName === 'OPTION')
        continue;
      let boundary: Element = element;
      const isOpen = (one: Element): boolean =>
        style(one).display === 'inline' && !/isolate|plaintext/.test(style(one).unicodeBidi);
      while (isOpen(boundary) && boundary.parentElement !== null) boundary = boundary.parentElement;
      const behind = /‹\d+›([^‹›]*)$/.exec(node.nodeValue ?? '')?.[1] ?? '';
      const after = [behind].filter(isOurs);
      const walker = document.createTreeWalker(boundary, NodeFilter.SHOW_ALL);
      walker.currentNode = node;
      for (let next = walker.nextNode(); next !== null; next = walker.nextNode()) {
        if (next instanceof Element) {
          if (next.nodeName === 'BR' || style(next).display !== 'inline') break;
        } else if (
          isOurs(next.nodeValue ?? '') &&
          next.parentElement?.closest('.unseen') === null
        ) {
          after.push(next.nodeValue ?? '');
        }
      }
      if (/[\p{L}\p{N}]/u.test(after.join('')))
        tell(`turns “${after.join('').slice(0, 40)}”`, boundary);
    }
  }

  const all: string[] = [];
  for (const root of roots)
    all.push(root instanceof Document ? root.body.textContent : root.textContent);
  for (const element of elements) {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
      all.push(element.value);
    for (const name of ['title', 'aria-label', 'href']) all.push(element.getAttribute(name) ?? '');
    if (element.classList.contains('difference')) {
      for (const other of ['ins', 'del']) {
        const half = element.cloneNode(true);
        if (!(half instanceof Element)) continue;
        for (const gone of half.querySelectorAll(`.unseen, ${other}`)) gone.remove();
        all.push(half.textContent);
      }
    }
  }
  // Within a sentence of ours it comes without what turns it round.
  const plain = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
  const everything = all.join('\n');
  return {
    troubles,
    shown: others.flatMap((text, at) =>
      everything.includes(text) || everything.includes(plain(text)) ? [at] : [],
    ),
  };
}
