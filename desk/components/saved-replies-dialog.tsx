import { savedRepliesShown } from '../replies.ts';
import { Modal } from './modal.tsx';
import { OnUse } from './on-use.tsx';

export type SavedRepliesGiven = {
  site: { key: string; name: string };
  insert: (text: string) => void;
};

const load = async () => (await import('./saved-replies.tsx')).SavedReplies;

/** Over the desk while a moderator chooses what to insert. */
export function SavedRepliesDialog(given: SavedRepliesGiven) {
  const close = () => {
    savedRepliesShown.value = false;
  };
  return (
    <Modal name={`Saved replies, ${given.site.name}`} onClose={close}>
      <OnUse what="saved replies" load={load} props={given} />
    </Modal>
  );
}
