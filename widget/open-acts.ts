import css from './acting.css';
import { actsText } from './acts-text.ts';
import { h } from './h.ts';
import { muteAuthor } from './mute.ts';
import { openReport } from './report.ts';
import type { View } from './view.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

type Target = { article: HTMLElement; id: string };

/** Opens, or closes, what else a reader can do with a comment. */
export function openGroup(view: View, { article, id }: Target): void {
  const text = actsText(view);
  const comment = view.comments.get(id);
  const close = (): void => {
    watch.disconnect();
    group.remove();
    openerOf(view, { id, isOpen: false })?.focus();
  };
  const report = h('button', { click: () => openReport(view, { group, close }, id) }, text.report);
  let focused: HTMLElement | null = report;
  const group = h(
    'div',
    {
      class: 'acts actions quiet',
      role: 'group',
      'aria-label': text.thing,
      keydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') close();
      },
      focusin: ({ target }) => {
        if (target instanceof HTMLElement) focused = target;
      },
      focusout: ({ target }) => {
        // Only once it is known whether what had the focus was taken away, or its reader left it.
        queueMicrotask(() => {
          const hasLeft = target !== view.host.shadowRoot?.activeElement;
          if (hasLeft && target === focused && focused?.isConnected) focused = null;
        });
      },
      shut: close,
    },
    report,
    h('button', { click: (event) => copyLink(view, { id, event }) }, text.copy),
    view.thread.state === 'open' && h('button', { click: () => quote(view, id) }, text.quote),
    comment &&
      !view.own.has(id) &&
      h('button', { click: () => muteAuthor(view, comment) }, text.mute(comment.name)),
  );
  const show = (place: HTMLElement): void => {
    place.append(group);
    if (document.activeElement === document.body) focused?.focus({ preventScroll: true });
  };
  // A like or an answer draws the comment anew; what is half written moves over to it.
  const watch = new MutationObserver(() => {
    if (group.isConnected) return;
    const next = openerOf(view, { id, isOpen: true })?.closest('article');
    if (next) show(next);
  });

  const open = article.querySelector('.acts');
  if (open) {
    open.dispatchEvent(new Event('shut'));
    return;
  }
  const sheets = view.host.shadowRoot?.adoptedStyleSheets;
  if (!sheets?.includes(sheet)) sheets?.push(sheet);
  show(article);
  openerOf(view, { id, isOpen: true });
  report.focus();
  if (article.parentElement) watch.observe(article.parentElement, { childList: true });
}

function openerOf(view: View, { id, isOpen }: { id: string; isOpen: boolean }) {
  const opener = view.articleOf(id)?.querySelector<HTMLElement>('[aria-pressed] + button');
  if (opener) opener.ariaExpanded = `${isOpen}`;
  return opener;
}

async function copyLink(view: View, { id, event }: { id: string; event: Event }): Promise<void> {
  const { currentTarget } = event;
  const link = `${location.href.replace(/#.*/, '')}#comment-${id}`;
  const done = await navigator.clipboard.writeText(link).then(
    () => true,
    () => false,
  );
  // Where the browser does not let a page copy, the address bar has the link.
  if (!done) location.hash = `comment-${id}`;
  const words = done ? actsText(view).copied : link;
  if (currentTarget instanceof HTMLElement) currentTarget.textContent = words;
  view.say(words);
}

/** The selected words of the comment, or all of them, into the answer, above what stands there. */
function quote(view: View, id: string): void {
  const body = view.articleOf(id)?.querySelector<HTMLElement>('.body');
  const selection = getSelection();
  const isInside = selection !== null && body?.contains(selection.anchorNode);
  const words = (isInside && `${selection}`.trim()) || body?.textContent?.trim() || '';
  view.reply(id);
  const field = view.host.shadowRoot?.querySelector<HTMLTextAreaElement>('#body:not([readonly])');
  // What is on its way, or locked, stays as it is.
  if (!field) return;
  const lines = words.split('\n').map((line) => `> ${line}`.trim());
  field.value = `${lines.join('\n')}\n\n${field.value}`;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
