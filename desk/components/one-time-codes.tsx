import { useState } from 'preact/hooks';
import type { DeskSession } from '../../src/contract/desk-session.ts';
import type { FactorSecret } from '../../src/contract/second-factor.ts';
import { type Answer, messageOf } from '../api.ts';
import { accountApi } from '../people-api.ts';
import { session } from '../store.ts';
import { CodeField, codeIn } from './code-field.tsx';
import { CopyButton } from './copy-button.tsx';
import { Field } from './field.tsx';
import { QrCode } from './qr-code.tsx';

type Given = { hasPassword: boolean; isOn: boolean };

/** Off: the button that begins. Then the secret, then the codes for a rainy day, once. */
export function OneTimeCodes({ hasPassword, isOn }: Given) {
  const [secret, setSecret] = useState<FactorSecret | null>(null);
  const [shown, setShown] = useState<string[] | null>(null);
  const [error, setError] = useState<string | undefined>();
  const ask = async (password: string | undefined) => {
    const given = password === undefined ? {} : { password };
    setError(undefined);
    if (isOn) return take(await accountApi.factorOff(given));
    const answer = await accountApi.askFactor(given);
    if (answer.ok) setSecret(answer.value);
    else setError(messageIn(answer));
  };
  const take = (answer: Answer<DeskSession>) => {
    if (!answer.ok) return setError(messageIn(answer));
    session.value = answer.value;
    setError(undefined);
    setShown(secret?.recoveryCodes ?? null);
    setSecret(null);
  };
  const confirm = async (code: string) => take(await accountApi.confirmFactor(code));
  return (
    <section>
      <h3>One-time codes</h3>
      {shown !== null ? (
        <RecoveryCodes codes={shown} onKept={() => setShown(null)} />
      ) : secret !== null ? (
        <Confirm uri={secret.uri} error={error} onCode={confirm} />
      ) : (
        <Ask hasPassword={hasPassword} isOn={isOn} error={error} onAsk={ask} />
      )}
    </section>
  );
}

type AskGiven = Given & {
  error: string | undefined;
  onAsk: (password: string | undefined) => void;
};

function Ask({ hasPassword, isOn, error, onAsk }: AskGiven) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const password = new FormData(event.currentTarget).get('password');
    onAsk(password === null ? undefined : String(password));
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      <p>
        {isOn
          ? 'On: a code of your authenticator app is asked for whenever you sign in by link or password.'
          : 'Off. With them, whoever gets hold of your password or a link still cannot sign in.'}
      </p>
      {hasPassword && (
        <Field
          label="Your password"
          name="password"
          type="password"
          autoComplete="current-password"
          error={error}
        />
      )}
      {!hasPassword && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <button type="submit">{isOn ? 'Switch codes off' : 'Switch codes on'}</button>
    </form>
  );
}

type ConfirmGiven = { uri: string; error: string | undefined; onCode: (code: string) => void };

function Confirm({ uri, error, onCode }: ConfirmGiven) {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    onCode(codeIn(event.currentTarget));
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      <p>Scan this with an authenticator app, or type the secret into it. Then enter its code.</p>
      <QrCode text={uri} name="QR code for an authenticator app" />
      <p>
        <span class="quiet">Secret: </span>
        <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>{' '}
        <CopyButton text={secret} of="the secret" />
      </p>
      <CodeField label="Code of the app" error={error} />
      <button type="submit">Confirm</button>
    </form>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <div class="form">
      <p role="status">
        One-time codes are on. Each of these signs you in once without the app. They are shown only
        now: keep them where you would keep a key.
      </p>
      <ul class="codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="row">
        <CopyButton text={codes.join('\n')} of="the recovery codes" />
        <button type="button" class="main" onClick={onKept}>
          I have kept them
        </button>
      </p>
    </div>
  );
}

function messageIn(answer: Exclude<Answer<unknown>, { ok: true }>): string {
  const fields = answer.kind === 'refused' ? answer.problem.errors : undefined;
  return fields?.[0]?.message ?? messageOf(answer);
}
