/** Hides these parts of a comment while something else stands in their place. */
export function hideParts(article: HTMLElement, which: string): HTMLElement[] {
  const parts = [...article.querySelectorAll<HTMLElement>(which)];
  for (const part of parts) part.hidden = true;
  return parts;
}

/** Puts the parts back, and the focus on the first button among them. */
export function swap(shown: HTMLElement, hidden: HTMLElement[]): void {
  shown.remove();
  for (const part of hidden) part.hidden = false;
  hidden.at(-1)?.querySelector('button')?.focus();
}
