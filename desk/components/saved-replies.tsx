import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SavedReplies as List, SavedReply } from '../../src/contract/staff.ts';
import { type Failure, messageOf } from '../api.ts';
import { staffApi } from '../staff-api.ts';
import { Key } from './key.tsx';
import type { SavedRepliesGiven } from './saved-replies-dialog.tsx';

/** A site's saved replies: one key inserts one; editors also change the list here. */
export function SavedReplies({ site, insert }: SavedRepliesGiven) {
  const [list, setList] = useState<List | null>(null);
  const [trouble, setTrouble] = useState('');
  const [edited, setEdited] = useState<SavedReply | null>(null);
  const load = async () => {
    const answer = await staffApi.savedReplies(site.key);
    if (answer.ok) setList(answer.value);
    else setTrouble(messageOf(answer));
  };
  useEffect(() => {
    load();
  }, []);
  const saved = () => {
    setEdited(null);
    load();
  };
  return (
    <>
      {trouble !== '' && (
        <p class="error" role="alert">
          {trouble}
        </p>
      )}
      {edited === null && list !== null && <Choose list={list} insert={insert} edit={setEdited} />}
      {edited !== null && <Edit key={edited.id} site={site.key} reply={edited} done={saved} />}
    </>
  );
}

type ChooseGiven = {
  list: List;
  insert: (text: string) => void;
  edit: (reply: SavedReply) => void;
};

const NEW: SavedReply = { id: '', title: '', body: '' };

function Choose({ list, insert, edit }: ChooseGiven) {
  const shown = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => shown.current?.querySelector('button')?.focus(), []);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Another dialog may lie over this one, with fields to type in. Where nothing in this one has
      // the focus, the page itself is what was typed at.
      const own = shown.current?.closest('dialog');
      const isOwn = event.target instanceof Node && own?.contains(event.target);
      const isCovered = document.querySelectorAll('dialog[open]').length > 1;
      if (!isOwn && (event.target !== document.body || isCovered)) return;
      const reply = /^[1-9]$/.test(event.key) ? list.replies[Number(event.key) - 1] : undefined;
      if (reply === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      insert(reply.body);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list]);
  return (
    <>
      {list.replies.length === 0 && (
        <p class="quiet">
          {list.mayChange
            ? 'None yet. What you often answer can be kept here.'
            : 'None yet. An editor can add some.'}
        </p>
      )}
      <ol class="choices" ref={shown}>
        {list.replies.map((reply, at) => (
          <li key={reply.id}>
            <button
              type="button"
              class="choice"
              aria-keyshortcuts={at < 9 ? String(at + 1) : ''}
              onClick={() => insert(reply.body)}
            >
              {at < 9 && <Key name={String(at + 1)} />} <bdi class="strong">{reply.title}</bdi>
              <span class="choice-words" dir="auto">
                {reply.body}
              </span>
            </button>
            {list.mayChange && (
              <button type="button" class="plain" onClick={() => edit(reply)}>
                Change <span class="unseen">{reply.title}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
      {list.mayChange && (
        <button type="button" onClick={() => edit(NEW)}>
          New reply
        </button>
      )}
    </>
  );
}

type EditGiven = { site: string; reply: SavedReply; done: () => void };

function Edit({ site, reply, done }: EditGiven) {
  const [given, setGiven] = useState({ title: reply.title, body: reply.body });
  const [failure, setFailure] = useState<Failure | null>(null);
  const title = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const wrong = wrongIn(failure);
  const id = reply.id === '' ? null : reply.id;
  const save = async (event: Event) => {
    event.preventDefault();
    const answer = await staffApi.saveReply({ site, id }, given);
    if (answer.ok) return done();
    setFailure(answer);
    title.current?.focus();
  };
  const remove = async () => {
    const answer = await staffApi.removeReply(site, reply.id);
    if (answer.ok) done();
    else setFailure(answer);
  };
  return (
    <form class="form" noValidate onSubmit={save}>
      <div class="field">
        <label for="reply-title">Title</label>
        <input
          id="reply-title"
          ref={title}
          dir="auto"
          value={given.title}
          aria-invalid={wrong.title !== undefined}
          aria-describedby="reply-title-error"
          onInput={(event) => setGiven({ ...given, title: event.currentTarget.value })}
        />
        <p class="error" id="reply-title-error">
          {wrong.title}
        </p>
      </div>
      <div class="field">
        <label for="reply-body">Text</label>
        <textarea
          id="reply-body"
          dir="auto"
          rows={6}
          value={given.body}
          aria-invalid={wrong.body !== undefined}
          aria-describedby="reply-body-error"
          onInput={(event) => setGiven({ ...given, body: event.currentTarget.value })}
        />
        <p class="error" id="reply-body-error">
          {wrong.body}
        </p>
      </div>
      <p class="error" role="alert">
        {failure !== null && wrong.title === undefined && wrong.body === undefined
          ? messageOf(failure)
          : ''}
      </p>
      <p class="reply-acts">
        <button type="submit" class="main">
          Save
        </button>
        <button type="button" onClick={done}>
          Cancel
        </button>
        {id !== null && (
          <button type="button" class="plain" onClick={remove}>
            Remove
          </button>
        )}
      </p>
    </form>
  );
}

/** The service's messages by their field. */
function wrongIn(failure: Failure | null): Record<string, string | undefined> {
  const errors = failure?.kind === 'refused' ? (failure.problem.errors ?? []) : [];
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
}
