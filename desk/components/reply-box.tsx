import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QueueItem } from '../../src/contract/desk.ts';
import type { Badge } from '../../src/contract/thread.ts';
import {
  closeReply,
  draftPlace,
  draftTurn,
  REPLY_FIELD,
  replying,
  replySent,
  replyTrouble,
  savedRepliesShown,
  sendReply,
} from '../replies.ts';
import { keepDraft, readDraft } from '../reply-drafts.ts';
import { session } from '../store.ts';
import { BADGE_WORDS } from '../words.ts';
import { Key } from './key.tsx';
import { SavedRepliesDialog } from './saved-replies-dialog.tsx';

/** Where a moderator answers the current comment; only there while they do. */
export function ReplyBox({ item }: { item: QueueItem }) {
  const trouble = replyTrouble.value?.id === item.id ? replyTrouble.value.message : null;
  if (replying.value === item.id) return <Box key={item.id} item={item} trouble={trouble} />;
  if (trouble !== null) return <p class="error reply">{trouble}</p>;
  if (readDraft(draftPlace(item.id)).body === '') return null;
  return <p class="quiet beside">You have begun to answer this comment.</p>;
}

function Box({ item, trouble }: { item: QueueItem; trouble: string | null }) {
  const place = draftPlace(item.id);
  const [draft, setDraft] = useState(() => readDraft(place));
  const turn = draftTurn.value;
  useLayoutEffect(() => setDraft(readDraft(place)), [turn]);
  const field = useRef<HTMLTextAreaElement>(null);
  const isOut = replySent.value === item.id;
  const change = (given: { body?: string; as?: Badge }) => {
    // The try to send it belongs to what is kept, which the sender has written since.
    const next = { ...readDraft(place), ...draft, attempt: readDraft(place).attempt, ...given };
    keepDraft(place, next);
    setDraft(next);
  };
  const insert = (text: string) => {
    const at = field.current?.selectionStart ?? draft.body.length;
    const to = field.current?.selectionEnd ?? at;
    change({ body: draft.body.slice(0, at) + text + draft.body.slice(to) });
    savedRepliesShown.value = false;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + text.length, at + text.length);
    });
  };
  useLayoutEffect(() => field.current?.closest('form')?.scrollIntoView({ block: 'nearest' }), []);
  const send = (event: Event) => {
    event.preventDefault();
    sendReply(item);
  };
  return (
    <>
      <form class="reply" onSubmit={send} onKeyDown={onKey}>
        <label for={REPLY_FIELD}>
          Reply as <bdi>{session.value?.moderator.name}</bdi>
        </label>
        <textarea
          id={REPLY_FIELD}
          ref={field}
          dir="auto"
          rows={4}
          readOnly={isOut}
          value={draft.body}
          aria-invalid={trouble !== null}
          aria-describedby={trouble === null ? undefined : 'reply-error'}
          aria-keyshortcuts="Control+Enter"
          onInput={(event) => change({ body: event.currentTarget.value })}
        />
        {trouble !== null && (
          <p class="error" id="reply-error">
            {trouble}
          </p>
        )}
        <BadgeChoice as={draft.as} choose={(as) => change({ as })} />
        <p class="reply-acts">
          <button type="submit" class="main" aria-disabled={isOut}>
            {isOut ? 'Sending …' : item.status === 'published' ? 'Reply' : 'Publish and reply'}
          </button>
          <button
            type="button"
            aria-keyshortcuts="Control+k"
            onClick={() => {
              savedRepliesShown.value = true;
            }}
          >
            Saved replies <Key name="Ctrl+K" />
          </button>
          <button type="button" class="plain" aria-keyshortcuts="Escape" onClick={closeReply}>
            Close <Key name="Esc" />
          </button>
        </p>
      </form>
      {savedRepliesShown.value && <SavedRepliesDialog site={item.site} insert={insert} />}
    </>
  );
}

type Choice = { as: Badge; choose: (as: Badge) => void };

function BadgeChoice({ as, choose }: Choice) {
  return (
    <fieldset class="reply-as">
      <legend class="quiet">Readers see beside your name</legend>
      {(['staff', 'author'] as const).map((badge) => (
        <label key={badge}>
          <input type="radio" name="as" checked={as === badge} onChange={() => choose(badge)} />{' '}
          {BADGE_WORDS[badge]}
        </label>
      ))}
    </fieldset>
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || savedRepliesShown.peek()) return;
  const isShortcut = event.ctrlKey || event.metaKey;
  if (event.key === 'Escape') closeReply();
  else if (isShortcut && event.key === 'k') savedRepliesShown.value = true;
  else if (isShortcut && event.key === 'Enter') {
    if (event.currentTarget instanceof HTMLFormElement) event.currentTarget.requestSubmit();
  } else return;
  event.preventDefault();
}
