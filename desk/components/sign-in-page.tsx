import { useState } from 'preact/hooks';
import { api, isCodeNeeded, messageOf } from '../api.ts';
import { signedIn } from '../sign-in.ts';
import { CodeForm } from './code-form.tsx';
import { JoinForm } from './join-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** A link's token is used by the button alone: mail scanners fetch pages but press nothing. */
export function SignInPage() {
  const [token, setToken] = useState(new URLSearchParams(location.search).get('token'));
  const invitation = new URLSearchParams(location.search).get('invitation');
  if (invitation !== null) {
    return (
      <main class="page">
        <p class="brand">Belowline</p>
        <h1>Join the desk</h1>
        <JoinForm token={invitation} />
      </main>
    );
  }
  return (
    <main class="page">
      <p class="brand">Belowline</p>
      <h1>Sign in to the desk</h1>
      {token === null ? <SignInForm /> : <LinkForm token={token} onUsed={() => setToken(null)} />}
    </main>
  );
}

function LinkForm({ token, onUsed }: { token: string; onUsed: () => void }) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [codeNeeded, setCodeNeeded] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await api.signInByLink(token);
    setBusy(false);
    // A used or refused token is worth nothing, but has no business in the address bar either.
    if (answer.ok || answer.kind !== 'failed') history.replaceState(null, '', '/desk/sign-in');
    if (answer.ok) return signedIn(answer.value);
    if (isCodeNeeded(answer)) setCodeNeeded(true);
    else setError(messageOf(answer));
  };
  const over = (message: string) => {
    setCodeNeeded(false);
    setError(message);
  };
  if (codeNeeded) return <CodeForm onOver={over} />;
  if (error !== null) return <LinkRefused error={error} onUsed={onUsed} />;
  return (
    <form class="form" onSubmit={submit}>
      <p>This link signs you in once.</p>
      <button type="submit" class="main" aria-disabled={busy}>
        Sign in
      </button>
    </form>
  );
}

function LinkRefused({ error, onUsed }: { error: string; onUsed: () => void }) {
  return (
    <div class="form">
      <p class="error" role="alert">
        {error}
      </p>
      <p>An administrator can hand you a new link.</p>
      <button type="button" onClick={onUsed}>
        Sign in with a password
      </button>
    </div>
  );
}
