import { useState } from 'preact/hooks';
import { signOut } from '../sign-in.ts';
import { dialog, session, unsent } from '../store.ts';
import { Devices } from './devices.tsx';
import { later } from './later.tsx';
import { Modal } from './modal.tsx';
import { PasswordForm } from './password-form.tsx';

const Factors = later(async () => (await import('./factors.tsx')).Factors, {
  what: 'ways to sign in',
});

export function AccountDialog() {
  const [error, setError] = useState<string | null>(null);
  const moderator = session.value?.moderator;
  if (moderator === undefined) return null;
  const close = () => {
    dialog.value = 'none';
  };
  const leave = async () => {
    if (unsent.peek() > 0) setError('Decisions are still being sent. Try again in a moment.');
    else setError(await signOut());
  };
  return (
    <Modal name="Account" onClose={close}>
      <p class="account">
        <bdi class="strong">{moderator.name}</bdi> <span class="quiet">{moderator.role}</span>
        <br />
        <span class="quiet">{moderator.email}</span>
      </p>
      {moderator.signedInBy === 'session' ? (
        <>
          <PasswordForm hasPassword={moderator.hasPassword} />
          <Factors />
          <Devices />
        </>
      ) : (
        <p>You are signed in by Cloudflare Access.</p>
      )}
      <p class="error" role="alert">
        {error}
      </p>
      <button type="button" onClick={leave}>
        Sign out
      </button>
    </Modal>
  );
}
