import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { savedRepliesShown } from '../replies.ts';
import { announce } from '../store.ts';

export type SavedRepliesGiven = {
  site: { key: string; name: string };
  insert: (text: string) => void;
};

/** The list is fetched when somebody opens it: most of the time nobody does. */
export function SavedRepliesOnDemand(given: SavedRepliesGiven) {
  const [List, setList] = useState<ComponentType<SavedRepliesGiven> | null>(null);
  useEffect(() => {
    import('./saved-replies.tsx').then(
      ({ SavedReplies }) => setList(() => SavedReplies),
      () => {
        savedRepliesShown.value = false;
        announce('The saved replies could not be loaded. Please try again.');
      },
    );
  }, []);
  return List === null ? null : <List {...given} />;
}
