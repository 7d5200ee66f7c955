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
  const opener = article.querySelector<HTMLElement>('[aria-pressed] + button');
  const report = h('button', { click: () => openReport(view, { group, close }, id) }, text.report);
  const group = h(
    'div',
    {
      class: 'acts actions quiet',
      role: 'group',
      'aria-label': text.thing,
      keydown: closeOnEscape,
    },
    report,
    h('button', { click: (event) => copyLink(view, { id, event }) }, text.copy),
    view.thread.state === 'open' &&
      h('button', { click: () => quote(view, article, id) }, text.quote),
    comment &&
      !view.own.has(id) &&
      h('button', { click: () => muteAuthor(view, comment) }, text.mute(comment.name)),
  );

  function close(): void {
    article.querySelector('.acts')?.remove();
    if (opener) opener.ariaExpanded = 'false';
    opener?.focus();
  }

  function closeOnEscape(event: Event): void {
    if (event instanceof KeyboardEvent && event.key === 'Escape') close();
  }

  if (article.querySelector('.acts')) close();
  else {
    const sheets = view.host.shadowRoot?.adoptedStyleSheets;
    if (!sheets?.includes(sheet)) sheets?.push(sheet);
    article.append(group);
    if (opener) opener.ariaExpanded = 'true';
    report.focus();
  }
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
function quote(view: View, article: HTMLElement, id: string): void {
  const body = article.querySelector<HTMLElement>('.body');
  const selection = getSelection();
  const isInside = selection !== null && body?.contains(selection.anchorNode);
  const words = (isInside && `${selection}`.trim()) || body?.textContent?.trim() || '';
  view.reply(id);
  const field = view.host.shadowRoot?.querySelector('textarea');
  if (!field) return;
  const lines = words.split('\n').map((line) => `> ${line}`.trim());
  field.value = `${lines.join('\n')}\n\n${field.value}`;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
