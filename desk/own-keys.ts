import { signal } from '@preact/signals';

/** A moderator's own keys: by the key that the desk comes with, the one that takes its place. */
export type OwnKeys = Readonly<Record<string, string>>;

/** One act of the desk as far as its keys go. Its first key is its name for ever. */
export type Keyed = { keys: readonly string[]; does: string };

const KEPT = 'belowline-desk-own-keys';

export const ownKeys = signal<OwnKeys>(read());

/** What is pressed for an act now. */
export function keysNow({ keys }: Pick<Keyed, 'keys'>, own: OwnKeys): readonly string[] {
  const mine = own[keys[0] ?? ''];
  return mine === undefined ? keys : [mine];
}

/** The act that a key belongs to. What somebody has chosen goes before what the desk comes with. */
export function actOf<Act extends Keyed>(
  pressed: string,
  { table, own }: { table: readonly Act[]; own: OwnKeys },
): Act | undefined {
  const isOwn = (act: Act) => own[act.keys[0] ?? ''] === pressed;
  return table.find(isOwn) ?? table.find((act) => keysNow(act, own).includes(pressed));
}

export type Rebound =
  | { ok: true; own: OwnKeys }
  | { ok: false; why: 'not-a-key' }
  | { ok: false; why: 'taken'; by: string };

/** Gives an act another key, unless that one is taken. Its first own key takes back the change. */
export function rebind(
  own: OwnKeys,
  { act, to, table }: { act: Keyed; to: string; table: readonly Keyed[] },
): Rebound {
  if (!isUsable(to)) return { ok: false, why: 'not-a-key' };
  const holder = actOf(to, { table, own });
  if (holder !== undefined && holder !== act) return { ok: false, why: 'taken', by: holder.does };
  const name = act.keys[0] ?? '';
  const { [name]: _, ...others } = own;
  return { ok: true, own: act.keys.includes(to) ? others : { ...others, [name]: to } };
}

/** Letters, digits and signs; what moves the focus or closes a dialog stays what it is. */
export function isUsable(key: string): boolean {
  return [...key].length === 1 && /^[^\s\p{C}]$/u.test(key);
}

export function keepOwnKeys(own: OwnKeys): void {
  ownKeys.value = own;
  try {
    if (Object.keys(own).length === 0) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify(own));
  } catch {
    // Then they hold until the page is left.
  }
}

/** As it stands on a button: a capital letter is pressed with Shift. */
export function labelOf(key: string): string {
  return /^\p{Lu}$/u.test(key) ? `Shift+${key}` : key;
}

/** For aria-keyshortcuts, by the keys that the desk comes with. */
export function shortcuts(...keys: string[]): string {
  return keysNow({ keys }, ownKeys.value).map(labelOf).join(' ');
}

/** The key that was pressed: with Caps Lock on, the same as without. */
export function pressedKey(event: KeyboardEvent): string {
  const { key } = event;
  if (!event.getModifierState('CapsLock') || [...key].length !== 1) return key;
  return event.shiftKey ? key.toUpperCase() : key.toLowerCase();
}

function read(): OwnKeys {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const usable = Object.entries(kept).filter(
      ([, key]) => typeof key === 'string' && isUsable(key),
    );
    return Object.fromEntries(usable);
  } catch {
    return {};
  }
}
