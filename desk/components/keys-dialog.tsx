import { useState } from 'preact/hooks';
import { KEYS, keysAreOff, switchKeys } from '../keys.ts';
import { dialog } from '../store.ts';
import { Modal } from './modal.tsx';

export function KeysDialog() {
  const [on, setOn] = useState(!keysAreOff());
  const close = () => {
    dialog.value = 'none';
  };
  const change = () => {
    switchKeys(!on);
    setOn(!on);
  };
  return (
    <Modal name="Keys" onClose={close}>
      <dl class="keys">
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={on} onChange={change} /> Single keys work
      </label>
    </Modal>
  );
}
