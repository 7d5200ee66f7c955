import { useLayoutEffect, useState } from 'preact/hooks';
import { KEYS, type Key, keysAreOff, switchKeys } from '../keys.ts';
import {
  keepOwnKeys,
  keysNow,
  labelOf,
  ownKeys,
  pressedKey,
  type Rebound,
  rebind,
} from '../own-keys.ts';
import { dialog } from '../store.ts';
import { Modal } from './modal.tsx';

/** All keys; each can be changed by pressing another one. */
export function KeysDialog() {
  const [on, setOn] = useState(!keysAreOff());
  const [changing, setChanging] = useState<Key | null>(null);
  const [said, setSaid] = useState('');
  useLayoutEffect(() => {
    if (changing === null) return;
    return listen((event) => {
      const { words, isOver } = take(changing, event);
      setSaid(words);
      if (isOver) setChanging(null);
    });
  }, [changing]);
  const close = () => {
    dialog.value = 'none';
  };
  const change = () => {
    switchKeys(!on);
    setOn(!on);
  };
  const begin = (act: Key) => {
    setChanging(act);
    setSaid(`Press the new key for “${act.does}”. Esc keeps the old one.`);
  };
  const reset = () => {
    keepOwnKeys({});
    setChanging(null);
    setSaid('All keys are what the desk comes with.');
  };
  return (
    <Modal name="Keys" onClose={close}>
      <p class="keys-said" role="status">
        {said}
      </p>
      <ul class="keys">
        {KEYS.map((act) => (
          <KeyRow key={act.keys[0]} act={act} changing={changing === act} onChange={begin} />
        ))}
      </ul>
      <p class="keys-foot">
        <button type="button" disabled={Object.keys(ownKeys.value).length === 0} onClick={reset}>
          Reset all keys
        </button>
      </p>
      <p class="quiet">Kept in this browser. Ctrl+F stays the browser’s own search in the page.</p>
      <label class="check">
        <input type="checkbox" checked={on} onChange={change} /> Single keys work
      </label>
    </Modal>
  );
}

type RowGiven = { act: Key; changing: boolean; onChange: (act: Key) => void };

function KeyRow({ act, changing, onChange }: RowGiven) {
  const keys = keysNow(act, ownKeys.value);
  return (
    <li>
      <span class="keys-of">
        {changing ? '…' : keys.map((key) => <kbd key={key}>{labelOf(key)}</kbd>)}
      </span>
      <span>{act.does}</span>
      <button
        type="button"
        class="plain"
        aria-pressed={changing}
        aria-label={`Change the key for ${act.does}`}
        onClick={() => onChange(act)}
      >
        Change
      </button>
    </li>
  );
}

/** Before the dialog hears of it: Esc must not close it, nor Enter press a button. */
function listen(onKey: (event: KeyboardEvent) => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey } = event;
    const isBeginning = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(key);
    if (isBeginning || ctrlKey || metaKey) return;
    if (key !== 'Tab') {
      event.preventDefault();
      event.stopPropagation();
    }
    onKey(event);
  };
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}

/** What is said of the key that was pressed, and whether nothing more is waited for. */
function take(act: Key, event: KeyboardEvent): { words: string; isOver: boolean } {
  if (['Escape', 'Tab'].includes(event.key)) return { words: 'Nothing has changed.', isOver: true };
  const to = pressedKey(event);
  const rebound = rebind(ownKeys.peek(), { act, to, table: KEYS });
  if (!rebound.ok) return { words: refusalOf(rebound, to), isOver: false };
  keepOwnKeys(rebound.own);
  return { words: `“${act.does}” is ${labelOf(to)} now.`, isOver: true };
}

function refusalOf(refused: Extract<Rebound, { ok: false }>, to: string): string {
  return refused.why === 'taken'
    ? `${labelOf(to)} is taken by “${refused.by}”. Press another key, or Esc.`
    : 'This key cannot be used. Press a letter, a digit or a sign, or Esc.';
}
