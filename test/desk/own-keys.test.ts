import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decide, emptyFlow } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { KEYS, listenForKeys } from '../../desk/keys.ts';
import {
  actOf,
  isUsable,
  keepOwnKeys,
  keysNow,
  labelOf,
  ownKeys,
  rebind,
  shortcuts,
} from '../../desk/own-keys.ts';
import { dialog, flow, path, sessionState, view } from '../../desk/store.ts';
import { queueItem } from './queue-item.ts';

const table = [
  { keys: ['j'], does: 'Next comment' },
  { keys: ['z', 'u'], does: 'Undo' },
  { keys: ['X'], does: 'Choose all' },
];
const [next = { keys: [], does: '' }, undo = { keys: [], does: '' }] = table;

afterEach(() => keepOwnKeys({}));

describe('a key of one’s own', () => {
  test('takes the place of all that the act had, and going back needs no entry', () => {
    const bound = rebind({}, { act: undo, to: 'ä', table });
    expect(bound).toEqual({ ok: true, own: { z: 'ä' } });
    const own = bound.ok ? bound.own : {};
    expect(keysNow(undo, own)).toEqual(['ä']);
    expect(actOf('u', { table, own })).toBeUndefined();
    expect(actOf('ä', { table, own })).toBe(undo);
    expect(rebind(own, { act: undo, to: 'z', table })).toEqual({ ok: true, own: {} });
  });

  test('that another act has is refused, naming the act', () => {
    expect(rebind({}, { act: next, to: 'u', table })).toEqual({
      ok: false,
      why: 'taken',
      by: 'Undo',
    });
    // Freed by a change, it can be had.
    expect(rebind({ z: 'q' }, { act: next, to: 'u', table })).toMatchObject({ ok: true });
  });

  test.each(['Tab', 'Enter', 'Escape', ' ', '', '\u00a0', '\u200b', '\u0000', 'F1', 'ab'])(
    '%j is none',
    (key) => {
      expect(isUsable(key)).toBe(false);
      expect(rebind({}, { act: next, to: key, table })).toEqual({ ok: false, why: 'not-a-key' });
    },
  );

  test.each(['a', 'A', 'é', 'ж', '7', '?', '.', '好'])('%s is one', (key) => {
    expect(isUsable(key)).toBe(true);
  });

  test('goes before one that the desk comes with, so that a new act takes nobody’s key away', () => {
    const own = { j: 'n' };
    const grown = [{ keys: ['n'], does: 'Note' }, ...table];
    expect(actOf('n', { table: grown, own })).toBe(next);
  });

  test('stands on buttons as it is pressed', () => {
    keepOwnKeys({ z: 'Q' });
    expect(labelOf('Q')).toBe('Shift+Q');
    expect(shortcuts('z', 'u')).toBe('Shift+Q');
    expect(shortcuts('j')).toBe('j');
  });

  test('is kept in this browser, and nothing is kept where nothing differs', () => {
    keepOwnKeys({ j: 'n' });
    expect(localStorage.getItem('belowline-desk-own-keys')).toBe('{"j":"n"}');
    keepOwnKeys({});
    expect(localStorage.getItem('belowline-desk-own-keys')).toBeNull();
  });
});

test('no two acts of the desk have the same key', () => {
  const all = KEYS.flatMap(({ keys }) => keys);
  expect(new Set(all).size).toBe(all.length);
  expect(all.every(isUsable)).toBe(true);
});

describe('a key that is pressed', () => {
  let stop: () => void;

  beforeEach(() => {
    sessionState.value = 'signed-in';
    dialog.value = 'none';
    stop = listenForKeys();
  });

  afterEach(() => stop());

  const press = (key: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...more });
    document.body.dispatchEvent(event);
    return event;
  };

  test('does what it was chosen for, and its old key nothing', () => {
    keepOwnKeys({ '?': 'q' });
    expect(press('?').defaultPrevented).toBe(false);
    expect(dialog.value).toBe('none');
    expect(press('q').defaultPrevented).toBe(true);
    expect(dialog.value).toBe('keys');
  });

  test('decides nothing in Mine, where the current comment is out of sight', () => {
    const [a, b] = [queueItem('a'), queueItem('b')];
    flow.value = decide(show(emptyFlow, [a, b]), { id: 'a', to: 'spam' });
    const before = flow.value;
    view.value = { queue: 'held', site: null, q: null, mine: true };
    for (const { keys, everywhere } of KEYS) {
      if (everywhere === true) continue;
      for (const key of keys) expect(press(key).defaultPrevented, key).toBe(false);
    }
    const address = path.value;
    press('g');
    expect(path.value).toBe(address);
    expect(flow.value).toBe(before);
    expect(press('?').defaultPrevented).toBe(true);
    view.value = { queue: 'held', site: null, q: null };
    dialog.value = 'none';
    flow.value = emptyFlow;
  });

  test('with Ctrl is the browser’s: Ctrl+F searches in the page', () => {
    expect(press('f', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(ownKeys.value).toEqual({});
  });
});
