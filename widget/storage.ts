/** Under this name: ids of the comments that this browser likes. */
export const LIKED = 'belowline:liked';

/** Under this name: authors whom this browser's reader has muted on a site. */
export const mutedName = (site: string): string => `belowline:muted:${site}`;

/** Under this name: what its reader has agreed to be remembered by on a site. */
export const meName = (site: string): string => `belowline:me:${site}`;

/** What the browser would not take: storage switched off, blocked or full. Gone with the page. */
const memory = new Map<string, string>();

/** What was kept under this name; the fallback if nothing was, or nothing that can be read. */
export function recall<T>(name: string, fallback: T): T {
  try {
    return JSON.parse(memory.get(name) ?? localStorage.getItem(name) ?? '') ?? fallback;
  } catch {
    return fallback;
  }
}

/** Keeps a value under this name; null forgets it. Never throws. */
export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(name, text);
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    memory.delete(name);
  } catch {
    // It stays in memory.
  }
}
