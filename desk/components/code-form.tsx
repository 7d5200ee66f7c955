import { useState } from 'preact/hooks';
import { messageOf } from '../api.ts';
import { accountApi } from '../people-api.ts';
import { signedIn } from '../sign-in.ts';
import { CodeField, codeIn } from './code-field.tsx';

/** The second half of a sign-in. `onOver` begins again, where the first half is no longer good. */
export function CodeForm({ onOver }: { onOver: (message: string) => void }) {
  const [kind, setKind] = useState<'app' | 'recovery'>('app');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return;
    const code = codeIn(event.currentTarget);
    if (code === '') return setError('Enter the code.');
    setBusy(true);
    const answer = await accountApi.code({ kind, code });
    setBusy(false);
    if (answer.ok) return signedIn(answer.value);
    const isOver = answer.kind === 'refused' && answer.problem.type === '/problems/challenge-over';
    if (isOver) onOver(messageOf(answer));
    else setError(messageOf(answer));
  };
  const turn = () => {
    setKind(kind === 'app' ? 'recovery' : 'app');
    setError(undefined);
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      <CodeField
        key={kind}
        label={kind === 'app' ? 'Code of your authenticator app' : 'Recovery code'}
        error={error}
      />
      <button type="submit" class="main" aria-disabled={busy}>
        Sign in
      </button>
      <button type="button" class="link" onClick={turn}>
        {kind === 'app' ? 'Use a recovery code' : 'Use the authenticator app'}
      </button>
    </form>
  );
}
