import {
  bulkError,
  confirmBulk,
  dropUnconfirmed,
  goOnBulk,
  run,
  startBulk,
  type To,
} from '../bulk.ts';
import { bulkWords } from '../bulk-words.ts';
import { filtersOf, narrowWords } from '../narrowing.ts';
import { dialog, session, view } from '../store.ts';
import { DECIDED_WORDS, formatNumber, QUEUE_NAMES } from '../words.ts';
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

function ChooseAct() {
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
        {(['published', 'rejected', 'spam'] as const).map((to) => (
          <button key={to} type="button" class={`decide to-${to}`} onClick={() => startAll(to)}>
            {ACTS[to]} all…
          </button>
        ))}
      </p>
      <p class="error" role="alert">
        {bulkError.value}
      </p>
    </Modal>
  );
}

function startAll(to: To): void {
  const { queue, site, narrow } = view.peek();
  const { sort: _, links, reported, ...rest } = { ...narrow };
  startBulk(
    {
      kind: 'queue',
      queue,
      ...(site !== null && { site }),
      ...rest,
      ...((links === 'with' || links === 'without') && { links }),
      ...(reported === 'yes' && { reported }),
    },
    to,
  );
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
            <strong class="number">{words}</strong> will be {DECIDED_WORDS[bulk.to].toLowerCase()}.
            What comes in meanwhile is not part of it, and what somebody changes meanwhile is left
            alone. All of it can be taken back.
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
