import { useState } from 'preact/hooks';
import { api, isCodeNeeded, messageOf } from '../api.ts';
import { signedIn } from '../sign-in.ts';
import { CodeForm } from './code-form.tsx';
import { Field } from './field.tsx';
import { PasskeyButton } from './passkey-button.tsx';

/** E-mail and password. What was typed stays when it is refused. */
export function SignInForm({ email = '' }: { email?: string }) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [codeNeeded, setCodeNeeded] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    const answer = await api.signIn({
      email: String(data.get('email')).trim(),
      password: String(data.get('password')),
    });
    setBusy(false);
    if (answer.ok) signedIn(answer.value);
    else if (isCodeNeeded(answer)) setCodeNeeded(true);
    else setError(messageOf(answer));
  };
  const beginAgain = (message: string) => {
    setCodeNeeded(false);
    setError(message);
  };
  if (codeNeeded) return <CodeForm onOver={beginAgain} />;
  return (
    <form class="form" onSubmit={submit}>
      <Field label="Email" name="email" type="email" autoComplete="username" value={email} />
      <Field label="Password" name="password" type="password" autoComplete="current-password" />
      <p class="error" role="alert">
        {error}
      </p>
      <button type="submit" class="main" aria-disabled={busy}>
        Sign in
      </button>
      <PasskeyButton />
      <p class="quiet">No password, or forgotten? An administrator can hand you a sign-in link.</p>
    </form>
  );
}
