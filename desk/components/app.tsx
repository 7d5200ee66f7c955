import { start } from '../sign-in.ts';
import { paging, path, session, sessionState } from '../store.ts';
import { Desk } from './desk.tsx';
import { later } from './later.tsx';
import { SignInPage } from './sign-in-page.tsx';

const PeoplePage = later(async () => (await import('./people-page.tsx')).PeoplePage, {
  what: 'people',
  Frame: ({ children }) => <main class="page">{children}</main>,
});

export function App() {
  const isSignInPage = path.value.startsWith('/desk/sign-in');
  const state = sessionState.value;
  if (isSignInPage || state === 'signed-out') return <SignInPage />;
  if (state === 'failed') return <NotStarted />;
  if (path.value === '/desk/people' && session.value !== null) return <PeoplePage />;
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
