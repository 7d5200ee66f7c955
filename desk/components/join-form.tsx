import { useState } from 'preact/hooks';
import { messageOf } from '../api.ts';
import { accountApi } from '../people-api.ts';
import { signedIn } from '../sign-in.ts';
import { Field } from './field.tsx';

/** An invitation is used by the button alone: mail scanners fetch pages but press nothing. */
export function JoinForm({ token }: { token: string }) {
  const [error, setError] = useState<{ name?: string; form?: string }>({});
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return;
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (name === '') return setError({ name: 'Please enter your name.' });
    setBusy(true);
    const answer = await accountApi.join({ token, name });
    setBusy(false);
    if (answer.ok) return signedIn(answer.value);
    setError({ form: messageOf(answer) });
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      <p>You are invited to the desk.</p>
      <Field
        label="Your name"
        name="name"
        type="text"
        autoComplete="name"
        hint="Colleagues see it beside what you decide."
        error={error.name}
      />
      <p class="error" role="alert">
        {error.form}
      </p>
      {error.form !== undefined && <p>An administrator can invite you again.</p>}
      <button type="submit" class="main" aria-disabled={busy}>
        Join
      </button>
    </form>
  );
}
