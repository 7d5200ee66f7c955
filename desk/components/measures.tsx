import { useRef } from 'preact/hooks';
import { currentCard, dialog } from '../store.ts';
import { Modal } from './modal.tsx';
import { OnUse } from './on-use.tsx';

const load = async () => (await import('./measures-dialog.tsx')).Measures;

/** About the card that was current when it was opened. */
export function MeasuresDialog() {
  const id = useRef(currentCard.peek()?.item.id ?? '').current;
  const close = () => {
    dialog.value = 'none';
  };
  return (
    <Modal name="Ban or hold the author" onClose={close}>
      <OnUse what="the form" load={load} props={{ id }} />
    </Modal>
  );
}
