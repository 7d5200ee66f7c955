import { useState } from 'preact/hooks';
import { hasPasskeys, signInByPasskey } from '../passkey.ts';
import { signedIn } from '../sign-in.ts';

/** Nothing where the browser has no passkeys. */
export function PasskeyButton() {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!hasPasskeys()) return null;
  const press = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    const answer = await signInByPasskey();
    setBusy(false);
    if (answer.ok) signedIn(answer.value);
    else setError(answer.message);
  };
  return (
    <>
      <button type="button" onClick={press} aria-disabled={busy}>
        Sign in with a passkey
      </button>
      <p class="error" role="alert">
        {error}
      </p>
    </>
  );
}
