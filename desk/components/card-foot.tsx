import type { QueueItem } from '../../src/contract/desk.ts';
import { copyCurrent, openMeasures, toggleSource } from '../actions.ts';
import { isOpen, togglePanel } from '../opened.ts';
import { shortcuts } from '../own-keys.ts';
import { session } from '../store.ts';
import { translationOf } from '../translate.ts';
import { NarrowAbout } from './about.tsx';
import { Key } from './key.tsx';
import { MarkButtons } from './mark-buttons.tsx';
import { NoteBox } from './notes.tsx';
import { OpenPanel } from './panel.tsx';
import { ReplyBox } from './reply-box.tsx';
import { ClusterButton } from './select-box.tsx';

/** What can be opened and done beside deciding. */
export function CardFoot({ item, source }: { item: QueueItem; source: boolean }) {
  return (
    <>
      <p class="foot">
        <Toggle name="Source" hint="m" on={source} toggle={toggleSource} />
        {item.editedAt !== null && (
          <Toggle
            name="Edits"
            hint="v"
            on={isOpen(item.id, 'edits')}
            toggle={() => togglePanel('edits')}
          />
        )}
        <Toggle
          name="Around"
          hint="p"
          on={isOpen(item.id, 'branch')}
          toggle={() => togglePanel('branch')}
        />
        <button
          type="button"
          class="plain"
          aria-keyshortcuts={shortcuts('b')}
          onClick={openMeasures}
        >
          Ban or hold <Key name="b" />
        </button>
        <button
          type="button"
          class="plain"
          aria-keyshortcuts={shortcuts('y')}
          onClick={copyCurrent}
        >
          Copy text <Key name="y" />
        </button>
        <ClusterButton like={item.clusterSize} />
        <MarkButtons item={item} />
        <Translate text={item.source} />
      </p>
      <ReplyBox item={item} />
      <NoteBox item={item} />
      <OpenPanel item={item} />
      <NarrowAbout />
    </>
  );
}

type ToggleGiven = { name: string; hint: string; on: boolean; toggle: () => void };

function Toggle({ name, hint, on, toggle }: ToggleGiven) {
  return (
    <button
      type="button"
      class="plain"
      aria-pressed={on}
      aria-keyshortcuts={shortcuts(hint)}
      onClick={toggle}
    >
      {name} <Key name={hint} />
    </button>
  );
}

/** There where the deployment names a translator; says who gets the reader's words. */
function Translate({ text }: { text: string }) {
  const translation = translationOf(session.value?.translateUrl ?? null, text);
  if (translation === null) return null;
  return (
    <a class="translate" href={translation.href} rel="noopener noreferrer" target="_blank">
      Translate: sends {translation.isCut ? 'the beginning of the text' : 'the text'} to{' '}
      {translation.host}
    </a>
  );
}
