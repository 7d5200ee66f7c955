import { useState } from 'preact/hooks';
import type { DeskThread } from '../../src/contract/threads.ts';
import { changedRules, keepRules, readRules, type TypedRules } from '../thread-drafts.ts';
import { duration, MODE_WORDS, STATE_WORDS } from '../thread-words.ts';
import { threadsApi } from '../threads-api.ts';
import type { Take } from './thread-panel.tsx';

type Given = { thread: DeskThread; mayRule: boolean; take: Take; onReload: () => Promise<void> };

const PAUSES = [0, 30, 60, 120, 300, 600, 1800, 3600];
const STATES = ['site', 'open', 'closed'] as const;
const MODES = ['pre', 'auto', 'post'] as const;

/**
 * One form for all that holds in this thread; only what was changed is sent. Until then it is kept,
 * whatever is looked at meanwhile.
 */
export function ThreadRules({ thread, mayRule, take, onReload }: Given) {
  const [typed, setTyped] = useState(() => readRules(thread.id));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const [saving, setSaving] = useState(false);
  const value = { ...thread, ...typed };
  const changed = changedRules(typed, thread);
  const isChanged = Object.keys(changed).length > 0;
  const keep = (next: TypedRules): void => {
    keepRules(thread.id, next);
    setTyped(next);
  };
  const set = (change: TypedRules): void => {
    setSaved(false);
    const next = { ...typed, ...change };
    // What holds already may be about to change.
    keep(saving ? next : changedRules(next, thread));
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (saving || !isChanged) return;
    setSaving(true);
    const change = { version: thread.version, ...changed };
    const refused = take(await threadsApi.change(thread.id, change), 'Saved');
    setSaving(false);
    setTrouble(refused);
    setSaved(refused === null);
    // It may have been typed on meanwhile, also after a way out and back.
    if (refused === null) keep(changedRules(readRules(thread.id), changed));
  };
  const reload = async (): Promise<void> => {
    await onReload();
    setTrouble(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
  };
  return (
    <form class="rules" aria-labelledby="rules-title" onSubmit={save} onKeyDown={onKeyDown}>
      <h2 id="rules-title">Rules of this thread</h2>
      <StateField value={value.state} onChange={(state) => set({ state })} />
      <NoteField
        id="message"
        label="Message in the place of the form, while it is closed"
        value={value.message}
        onChange={(message) => set({ message })}
      />
      <PauseField value={value.slowSeconds} onChange={(slowSeconds) => set({ slowSeconds })} />
      <ModeField
        thread={thread}
        value={value.mode}
        mayRule={mayRule}
        onChange={(mode) => set({ mode })}
      />
      <NoteField
        id="announcement"
        label="Announcement above the comments"
        value={value.announcement}
        disabled={!mayRule}
        onChange={(announcement) => set({ announcement })}
      />
      <p class="quiet">
        Texts may have what comments may have: *emphasis*, **strong**, &gt; quotes, addresses.
        {!mayRule && ' The mode and the announcement are an editor’s to set.'}
      </p>
      <p class="save">
        <button type="submit" class="main" aria-disabled={saving} disabled={!isChanged}>
          Save
        </button>{' '}
        <button type="button" class="plain" disabled={!isChanged} onClick={() => keep({})}>
          Discard changes
        </button>{' '}
        <span class="quiet">{isChanged ? 'Not saved yet.' : saved && 'Saved.'}</span>
      </p>
      {trouble !== null && (
        <p role="alert" class="error">
          {trouble} Nothing was saved, what you typed is still here.{' '}
          <button type="button" onClick={() => void reload()}>
            Load the thread again
          </button>
        </p>
      )}
    </form>
  );
}

type Change<T> = { value: T; onChange: (value: T) => void };

function StateField({ value, onChange }: Change<DeskThread['state']>) {
  return (
    <fieldset>
      <legend>Comments are</legend>
      {STATES.map((state) => (
        <label key={state}>
          <input
            type="radio"
            name="state"
            checked={value === state}
            onChange={() => onChange(state)}
          />{' '}
          {STATE_WORDS[state]}
        </label>
      ))}
    </fieldset>
  );
}

type NoteGiven = Change<string | null> & { id: string; label: string; disabled?: boolean };

function NoteField({ id, label, value, onChange, disabled = false }: NoteGiven) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={2000}
        dir="auto"
        value={value ?? ''}
        disabled={disabled}
        onInput={(event) => onChange(event.currentTarget.value || null)}
      />
    </div>
  );
}

function PauseField({ value, onChange }: Change<number>) {
  const pauses = PAUSES.includes(value) ? PAUSES : [...PAUSES, value].toSorted((a, b) => a - b);
  return (
    <div class="field">
      <label for="slow">Slow mode: between two comments of one author</label>
      <select id="slow" onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {pauses.map((seconds) => (
          <option key={seconds} value={seconds} selected={seconds === value}>
            {seconds === 0 ? 'Off' : duration(seconds)}
          </option>
        ))}
      </select>
    </div>
  );
}

type ModeGiven = Change<DeskThread['mode']> & { thread: DeskThread; mayRule: boolean };

function ModeField({ thread, value, onChange, mayRule }: ModeGiven) {
  const choose = (text: string): void => onChange(MODES.find((mode) => mode === text) ?? null);
  return (
    <div class="field">
      <label for="mode">Moderated</label>
      <select id="mode" disabled={!mayRule} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="" selected={value === null}>
          As the site is ({thread.site.mode})
        </option>
        {MODES.map((mode) => (
          <option key={mode} value={mode} selected={value === mode}>
            {MODE_WORDS[mode]}
          </option>
        ))}
      </select>
    </div>
  );
}
