type Attribute = string | number | boolean | null | undefined | ((event: Event) => void);
export type Attributes = Record<string, Attribute>;
export type Child = Node | string | false | null | undefined;

/**
 * One element. Functions become listeners, what is false, null, undefined or empty is
 * left out. Strings become text nodes, never markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value) element.setAttribute(name, `${value}`);
  }
  // What can be named here can be styled by the page.
  if (attributes.class) element.setAttribute('part', element.className);
  for (const child of children) if (child) element.append(child);
  return element;
}
