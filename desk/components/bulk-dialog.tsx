import type { Queue } from '../../src/contract/desk.ts';
import { goOnBulk, run } from '../bulk.ts';
import { bulkError, confirmBulk, dropUnconfirmed, startBulk, type To } from '../bulk-begin.ts';
import { bulkWords, decisionWords } from '../bulk-words.ts';
import { filtersOf, narrowWords } from '../narrowing.ts';
import { askReason, commonReasons } from '../reasons.ts';
import { dialog, session, view } from '../store.ts';
import { formatNumber, QUEUE_NAMES } from '../words.ts';
import { Modal } from './modal.tsx';

const ACTS: Record<To, string> = {
  published: 'Publish',
  rejected: 'Reject',
  spam: 'Spam',
  held: 'Hold',
};

/** Before many are decided: what, how many exactly, and a way out. */
export function BulkDialog() {
  const waits = run.value !== null && ['gathering', 'ready'].includes(run.value.bulk.state);
  if (dialog.value === 'all') return <ChooseAct />;
  return waits ? <Confirm /> : null;
}

const TO_ALL = ['published', 'rejected', 'spam', 'held'] as const;

/** To be published says something also of what is: that somebody has read it. */
function wouldChange(to: To, queue: Queue): boolean {
  return to === 'published' || to !== queue;
}

function ChooseAct() {
  const { site, queue } = view.value;
  const sites = site === null ? (session.value?.sites ?? []).map(({ key }) => key) : [site];
  const reasons = commonReasons(sites);
  const close = () => {
    dialog.value = 'none';
  };
  return (
    <Modal name="All of these" onClose={close}>
      <p>
        Decide about all of <bdi class="strong">{viewWords()}</bdi>. They are counted first; nothing
        is decided before you confirm the number.
      </p>
      <p class="bulk-acts">
        {TO_ALL.filter((to) => wouldChange(to, queue)).map((to) => (
          <button key={to} type="button" class={`decide to-${to}`} onClick={() => startAll(to)}>
            {ACTS[to]} all…
          </button>
        ))}
        {reasons.length > 0 && wouldChange('rejected', queue) && (
          <button type="button" class="decide to-rejected" onClick={() => askAll(reasons)}>
            Reject all, because…
          </button>
        )}
      </p>
      <p class="error" role="alert">
        {bulkError.value}
      </p>
    </Modal>
  );
}

function askAll(reasons: readonly string[]): void {
  const reject = (reason: string) => startAll('rejected', reason);
  askReason({ name: 'Reject all, because', reasons, reject });
}

async function startAll(to: To, reason?: string): Promise<void> {
  const { queue, site, narrow } = view.peek();
  const { sort: _, links, reported, ...rest } = { ...narrow };
  await startBulk(
    {
      kind: 'queue',
      queue,
      ...(site !== null && { site }),
      ...rest,
      ...((links === 'with' || links === 'without') && { links }),
      ...(reported === 'yes' && { reported }),
    },
    { to, reason },
  );
  // The list of reasons has closed; why it was not begun stands here.
  if (bulkError.peek() !== null) dialog.value = 'all';
}

/** What is on the screen, in words. */
function viewWords(): string {
  const { queue, site, narrow } = view.value;
  const name = session.value?.sites.find((one) => one.key === site)?.name;
  const filters = filtersOf(narrow).map(([filter, value]) => narrowWords(filter, value));
  return [QUEUE_NAMES[queue], ...(name === undefined ? [] : [name]), ...filters].join(', ');
}

function Confirm() {
  if (run.value === null) return null;
  const { bulk, cut } = run.value;
  const number = formatNumber(bulk.total);
  const isReady = bulk.state === 'ready';
  const words = bulk.total === 1 ? '1 comment' : `${number} comments`;
  return (
    <Modal name={`${ACTS[bulk.to]} many comments`} onClose={dropUnconfirmed}>
      <p aria-live="polite">
        {isReady ? (
          <>
            <strong class="number">{words}</strong> will be{' '}
            <bdi>{lowerFirst(decisionWords(bulk))}</bdi>. What comes in meanwhile is not part of it,
            and what somebody changes meanwhile is left alone. All of it can be taken back.
          </>
        ) : (
          <>Counting: {bulkWords(bulk)}…</>
        )}
      </p>
      {cut !== null && (
        <p class="error" role="alert">
          {cut}{' '}
          <button type="button" class="link" onClick={() => goOnBulk()}>
            Go on
          </button>
        </p>
      )}
      <p class="bulk-acts">
        <button
          type="button"
          class="main"
          disabled={!isReady || bulk.total === 0}
          onClick={() => confirmBulk()}
        >
          {ACTS[bulk.to]} {isReady ? words : '…'}
        </button>
        <button type="button" onClick={() => dropUnconfirmed()}>
          Cancel
        </button>
      </p>
    </Modal>
  );
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
