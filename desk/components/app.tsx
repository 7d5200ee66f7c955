import { start } from '../sign-in.ts';
import { paging, path, sessionState } from '../store.ts';
import { Desk } from './desk.tsx';
import { SignInPage } from './sign-in-page.tsx';

export function App() {
  const isSignInPage = path.value.startsWith('/desk/sign-in');
  const state = sessionState.value;
  if (isSignInPage || state === 'signed-out') return <SignInPage />;
  if (state === 'failed') return <NotStarted />;
  return <Desk />;
}

function NotStarted() {
  const { value } = paging;
  return (
    <main class="page">
      <h1>The desk could not be opened</h1>
      <p role="alert">{value.state === 'failed' ? value.message : ''}</p>
      <button type="button" onClick={() => start()}>
        Try again
      </button>
    </main>
  );
}
