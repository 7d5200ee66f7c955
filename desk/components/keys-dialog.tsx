import { useState } from 'preact/hooks';
import { KEYS, type Key, keysAreOff, switchKeys } from '../keys.ts';
import { keepOwnKeys, keysNow, labelOf, ownKeys, pressedKey, rebind } from '../own-keys.ts';
import { dialog } from '../store.ts';
import { Modal } from './modal.tsx';

/** All keys; each can be changed by pressing another one. */
export function KeysDialog() {
  const [on, setOn] = useState(!keysAreOff());
  const [changing, setChanging] = useState<Key | null>(null);
  const [said, setSaid] = useState('');
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
  const take = (event: KeyboardEvent) => {
    if (changing === null || isOtherUse(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const done = event.key === 'Escape' ? 'Nothing has changed.' : takeKey(changing, event);
    setSaid(done ?? '');
    if (done !== null) setChanging(null);
    if (done === null) setSaid(refusalOf(changing, event));
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
      <ul class="keys" onKeyDownCapture={take}>
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
        {changing ? (
          <span class="waiting">…</span>
        ) : (
          keys.map((key) => <kbd key={key}>{labelOf(key)}</kbd>)
        )}
      </span>
      <span class="keys-does">{act.does}</span>
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

/** Tab goes on, and a modifier alone is the beginning of something. */
function isOtherUse({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isModifier = ['Tab', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(
    key,
  );
  return isModifier || ctrlKey || metaKey || (altKey && key.length > 1);
}

/** What has changed, in words; null where nothing could. */
function takeKey(act: Key, event: KeyboardEvent): string | null {
  const to = pressedKey(event);
  const rebound = rebind(ownKeys.peek(), { act, to, table: KEYS });
  if (!rebound.ok) return null;
  keepOwnKeys(rebound.own);
  return `“${act.does}” is ${labelOf(to)} now.`;
}

function refusalOf(act: Key, event: KeyboardEvent): string {
  const to = pressedKey(event);
  const rebound = rebind(ownKeys.peek(), { act, to, table: KEYS });
  if (!rebound.ok && rebound.why === 'taken') {
    return `${labelOf(to)} is taken by “${rebound.by}”. Press another key, or Esc.`;
  }
  return 'This key cannot be used. Press a letter, a digit or a sign, or Esc.';
}
