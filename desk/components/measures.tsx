import { useRef } from 'preact/hooks';
import { currentCard, dialog } from '../store.ts';
import { later } from './later.tsx';
import { Modal } from './modal.tsx';

const Measures = later(async () => (await import('./measures-dialog.tsx')).Measures, {
  what: 'the form',
});

/** About the card that was current when it was opened. */
export function MeasuresDialog() {
  const id = useRef(currentCard.peek()?.item.id ?? '').current;
  const close = () => {
    dialog.value = 'none';
  };
  return (
    <Modal name="Ban or hold the author" onClose={close}>
      <Measures id={id} />
    </Modal>
  );
}
