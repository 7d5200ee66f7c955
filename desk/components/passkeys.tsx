import { useEffect, useState } from 'preact/hooks';
import type { Passkey } from '../../src/contract/passkeys.ts';
import { messageOf } from '../api.ts';
import { deviceName } from '../device-name.ts';
import { addPasskey } from '../passkey.ts';
import { accountApi } from '../people-api.ts';
import { exactTime } from '../relative-time.ts';
import { Field } from './field.tsx';

/** This moderator's passkeys: add, rename, remove. */
export function Passkeys() {
  const [passkeys, setPasskeys] = useState<Passkey[]>([]);
  const [error, setError] = useState<string | null>(null);
  const load = async () => {
    const answer = await accountApi.passkeys();
    if (answer.ok) setPasskeys(answer.value.passkeys);
    else setError(messageOf(answer));
  };
  useEffect(() => {
    load();
  }, []);
  const add = async (name: string) => {
    const added = await addPasskey(name);
    setError(added.ok ? null : added.message);
    await load();
    return added.ok;
  };
  const act = async (answer: ReturnType<typeof accountApi.removePasskey>) => {
    const done = await answer;
    setError(done.ok ? null : messageOf(done));
    await load();
  };
  return (
    <section>
      <h3>Passkeys</h3>
      <p class="quiet">The finger, face or PIN of a device instead of a password and a code.</p>
      <ul class="devices" aria-label="Passkeys">
        {passkeys.map((passkey) => (
          <One
            key={passkey.id}
            passkey={passkey}
            onRename={(name) => act(accountApi.renamePasskey(passkey.id, name))}
            onRemove={() => act(accountApi.removePasskey(passkey.id))}
          />
        ))}
      </ul>
      <NameForm
        label="Name of the new passkey"
        button="Add a passkey"
        value={deviceName(navigator.userAgent)}
        onName={add}
      />
      <p class="error" role="alert">
        {error}
      </p>
    </section>
  );
}

type OneGiven = {
  passkey: Passkey;
  onRename: (name: string) => Promise<void>;
  onRemove: () => void;
};

function One({ passkey, onRename, onRemove }: OneGiven) {
  const [renaming, setRenaming] = useState(false);
  const { name, createdAt, lastUsedAt } = passkey;
  const rename = async (next: string) => {
    await onRename(next);
    setRenaming(false);
    return true;
  };
  if (renaming) {
    return (
      <li>
        <NameForm label="New name" button="Rename" value={name} isFirst onName={rename} />
      </li>
    );
  }
  return (
    <li>
      <span>
        <bdi>{name}</bdi>
        <br />
        <span class="quiet">
          {lastUsedAt === null
            ? `added ${exactTime(Date.parse(createdAt))}`
            : `last used ${exactTime(Date.parse(lastUsedAt))}`}
        </span>
      </span>
      <span class="row">
        <button type="button" aria-label={`Rename ${name}`} onClick={() => setRenaming(true)}>
          Rename
        </button>
        <button type="button" aria-label={`Remove ${name}`} onClick={onRemove}>
          Remove
        </button>
      </span>
    </li>
  );
}

type NameGiven = {
  label: string;
  button: string;
  value: string;
  isFirst?: boolean;
  onName: (name: string) => Promise<boolean>;
};

function NameForm({ label, button, value, isFirst = false, onName }: NameGiven) {
  const [error, setError] = useState<string | undefined>();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (name === '') return setError('Give it a name.');
    setError(undefined);
    await onName(name);
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      <Field
        label={label}
        name="name"
        type="text"
        autoComplete="off"
        value={value}
        isFirst={isFirst}
        error={error}
      />
      <button type="submit">{button}</button>
    </form>
  );
}
