import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QueueItem } from '../../src/contract/desk.ts';
import {
  closeNote,
  deleteNote,
  marking,
  markTrouble,
  NOTE_FIELD,
  notePlace,
  noteSent,
  noting,
  sendNote,
} from '../marks.ts';
import { keepDraft, readDraft } from '../reply-drafts.ts';
import { session } from '../store.ts';
import { Key } from './key.tsx';
import { Time } from './time.tsx';

type Props = { item: QueueItem; brief: boolean };

/** What colleagues have noted, who and when; in brief how many notes there are. */
export function Notes({ item, brief }: Props) {
  const { notes } = item;
  if (notes.length === 0) return null;
  const count = notes.length === 1 ? '1 note' : `${notes.length} notes`;
  if (brief) return <p class="quiet beside">{count}</p>;
  const mine = session.value?.moderator.id;
  return (
    <section class="beside notes" aria-label="Notes">
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <p class="beside-head">
              <span class="quiet">Note by</span> <bdi class="strong">{note.by}</bdi>
              <Time at={note.at} />
              {note.moderatorId === mine && (
                <button type="button" class="link" onClick={() => deleteNote(item, note)}>
                  Delete <span class="unseen">your note</span>
                </button>
              )}
            </p>
            <p class="note-words" dir="auto">
              {note.body}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a note is written, and what went wrong with a mark. */
export function NoteBox({ item }: { item: QueueItem }) {
  const trouble = markTrouble.value?.id === item.id ? markTrouble.value.message : null;
  if (noting.value === item.id) return <Box key={item.id} item={item} trouble={trouble} />;
  return trouble === null ? null : <p class="error beside">{trouble}</p>;
}

function Box({ item, trouble }: { item: QueueItem; trouble: string | null }) {
  const place = notePlace(item.id);
  const [body, setBody] = useState(() => readDraft(place).body);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  const change = (event: Event) => {
    if (!(event.currentTarget instanceof HTMLTextAreaElement)) return;
    const { value } = event.currentTarget;
    keepDraft(place, { ...readDraft(place), body: value });
    setBody(value);
  };
  const send = (event: Event) => {
    event.preventDefault();
    sendNote(item);
  };
  return (
    <form class="reply" ref={form} onSubmit={send} onKeyDown={onKey}>
      <label for={NOTE_FIELD}>Note for colleagues</label>
      <textarea
        id={NOTE_FIELD}
        dir="auto"
        rows={3}
        readOnly={noteSent.value === item.id}
        value={body}
        aria-invalid={trouble !== null}
        aria-describedby={trouble === null ? 'note-hint' : 'note-error'}
        aria-keyshortcuts="Control+Enter"
        onInput={change}
      />
      {trouble === null ? (
        <p class="quiet" id="note-hint">
          Readers never see it.
        </p>
      ) : (
        <p class="error" id="note-error">
          {trouble}
        </p>
      )}
      <p class="reply-acts">
        <button type="submit" class="main" aria-disabled={marking.value}>
          Save note
        </button>
        <button type="button" class="plain" aria-keyshortcuts="Escape" onClick={closeNote}>
          Close <Key name="Esc" />
        </button>
      </p>
    </form>
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  if (event.key === 'Escape') closeNote();
  else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    if (event.currentTarget instanceof HTMLFormElement) event.currentTarget.requestSubmit();
  } else return;
  event.preventDefault();
}
