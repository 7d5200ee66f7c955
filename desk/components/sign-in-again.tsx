import { session, signInPutOff, unsent } from '../store.ts';
import { Modal } from './modal.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Over the desk when the session has run out: nothing on the page is lost. */
export function SignInAgain() {
  const close = () => {
    signInPutOff.value = true;
  };
  const waiting = unsent.value;
  return (
    <Modal name="Sign in again" onClose={close} toFill>
      <p>
        You are signed out.{' '}
        {waiting === 0
          ? 'Nothing is lost.'
          : `Nothing is lost: ${waiting === 1 ? '1 decision waits' : `${waiting} decisions wait`} to be sent.`}
      </p>
      <SignInForm email={session.value?.moderator.email ?? ''} />
      <p class="quiet">A sign-in in another tab counts here too.</p>
    </Modal>
  );
}
