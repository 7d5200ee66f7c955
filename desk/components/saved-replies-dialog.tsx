import { savedRepliesShown } from '../replies.ts';
import { later } from './later.tsx';
import { Modal } from './modal.tsx';

export type SavedRepliesGiven = {
  site: { key: string; name: string };
  insert: (text: string) => void;
};

const SavedReplies = later(async () => (await import('./saved-replies.tsx')).SavedReplies, {
  what: 'saved replies',
});

/** Over the desk while a moderator chooses what to insert. */
export function SavedRepliesDialog(given: SavedRepliesGiven) {
  const close = () => {
    savedRepliesShown.value = false;
  };
  return (
    <Modal name={`Saved replies, ${given.site.name}`} onClose={close}>
      <SavedReplies {...given} />
    </Modal>
  );
}
