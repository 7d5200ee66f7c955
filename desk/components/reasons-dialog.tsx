import { useLayoutEffect, useRef } from 'preact/hooks';
import { rejecting } from '../reasons.ts';
import { dialog } from '../store.ts';
import { Key } from './key.tsx';
import { Modal } from './modal.tsx';

/** The reasons for a rejection, of one comment or of many, each by one key. */
export function ReasonsDialog() {
  const asked = rejecting.value;
  const reasons = asked?.reasons ?? [];
  const list = useRef<HTMLOListElement>(null);
  const close = () => {
    dialog.value = 'none';
  };
  const reject = (reason: string) => {
    close();
    asked?.reject(reason);
  };
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), []);
  // Before anything is painted: a quick hand presses the number right after the key that opens this.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
      if (reason === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      reject(reason);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [asked]);
  return (
    <Modal name={asked?.name ?? ''} onClose={close}>
      <ol class="choices" ref={list}>
        {reasons.map((reason, at) => (
          <li key={reason}>
            <button
              type="button"
              class="choice"
              aria-keyshortcuts={String(at + 1)}
              onClick={() => reject(reason)}
            >
              <Key name={String(at + 1)} /> <bdi>{reason}</bdi>
            </button>
          </li>
        ))}
      </ol>
      <p class="quiet">The reason stands in the log. Readers are not told.</p>
    </Modal>
  );
}
