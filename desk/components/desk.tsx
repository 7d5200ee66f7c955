import { useLayoutEffect } from 'preact/hooks';
import { listenForKeys } from '../keys.ts';
import { announcement, dialog, path, sessionState, signInPutOff, view } from '../store.ts';
import { isThreads } from '../thread-address.ts';
import { isWide } from '../wide.ts';
import { About } from './about.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { ActionBar } from './action-bar.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import { FloodLines } from './flood-lines.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { later } from './later.tsx';
import { MeasuresDialog } from './measures.tsx';
import { Queues } from './queues.tsx';
import { ReasonsDialog } from './reasons-dialog.tsx';
import { SelectionLine } from './selection-line.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { Stream } from './stream.tsx';

const Mine = later(async () => (await import('./mine.tsx')).Mine, { what: 'your decisions' });
const ClusterDialog = later(async () => (await import('./cluster-dialog.tsx')).ClusterDialog, {
  what: 'comments like this',
});
const ThreadScreen = later(async () => (await import('./thread-screen.tsx')).ThreadScreen, {
  what: 'threads',
  Frame: ({ children }) => <main class="middle">{children}</main>,
});

export function Desk() {
  useLayoutEffect(listenForKeys, []);
  const threads = isThreads(path.value);
  return (
    <>
      <div class="desk">
        <Queues />
        {threads ? (
          <ThreadScreen />
        ) : (
          <main class="middle">
            <ActionBar />
            <FloodLines />
            <FilterBar />
            {view.value.mine ? <Mine /> : <Stream />}
            <SelectionLine />
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
      {dialog.value === 'filter' && <FilterDialog />}
      {dialog.value === 'cluster' && <ClusterDialog />}
      {(dialog.value === 'all' || dialog.value === 'bulk') && <BulkDialog />}
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
