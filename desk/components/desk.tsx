import { useEffect } from 'preact/hooks';
import { listenForKeys } from '../keys.ts';
import { announcement, dialog, path, sessionState, signInPutOff } from '../store.ts';
import { isThreads } from '../thread-address.ts';
import { isWide } from '../wide.ts';
import { About } from './about.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { ActionBar } from './action-bar.tsx';
import { FloodLines } from './flood-lines.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { MeasuresDialog } from './measures.tsx';
import { Queues } from './queues.tsx';
import { ReasonsDialog } from './reasons-dialog.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { Stream } from './stream.tsx';
import { ThreadsLater } from './threads-later.tsx';

export function Desk() {
  useEffect(listenForKeys, []);
  const threads = isThreads(path.value);
  return (
    <>
      <div class="desk">
        <Queues />
        {threads ? (
          <ThreadsLater />
        ) : (
          <main class="middle">
            <ActionBar />
            <FloodLines />
            <Stream />
          </main>
        )}
        {isWide.value && !threads && (
          <aside class="about" aria-label="About this comment">
            <About />
          </aside>
        )}
      </div>
      <LiveRegion />
      {dialog.value === 'keys' && <KeysDialog />}
      {dialog.value === 'reasons' && <ReasonsDialog />}
      {dialog.value === 'measures' && <MeasuresDialog />}
      {dialog.value === 'account' && <AccountDialog />}
      {sessionState.value === 'expired' && !signInPutOff.value && <SignInAgain />}
    </>
  );
}

function LiveRegion() {
  const { text, turn } = announcement.value;
  // The same words twice in a row are only heard if the text differs.
  const pad = turn % 2 === 0 ? '' : '\u00a0';
  return (
    <p role="status" class="unseen">
      {text + pad}
    </p>
  );
}
