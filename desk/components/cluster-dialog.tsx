import { useEffect, useState } from 'preact/hooks';
import type { ClusterMember, ClusterPage } from '../../src/contract/clusters.ts';
import type { Queue } from '../../src/contract/desk.ts';
import { api, messageOf } from '../api.ts';
import { startBulk, type To } from '../bulk-begin.ts';
import { markDifferences } from '../mark-differences.ts';
import { goToView } from '../pages.ts';
import { dialog, flow } from '../store.ts';
import { formatNumber, STATUS_NAMES } from '../words.ts';
import { Modal } from './modal.tsx';
import { Time } from './time.tsx';

type Found = { page: ClusterPage | null; members: ClusterMember[]; error: string | null };

const close = () => {
  dialog.value = 'none';
};

/** A bulk takes so many named comments. */
const MOST = 1000;

/** All that is like the current comment: decided as one, or opened one by one. */
export function ClusterDialog() {
  const [id] = useState(flow.peek().current);
  const [found, setFound] = useState<Found>({ page: null, members: [], error: null });
  useEffect(() => {
    if (id !== null) loadAll(id, setFound);
  }, []);
  const { page, members, error } = found;
  const first = members.find((member) => member.id === id) ?? members[0];
  const here = members.length;
  return (
    <Modal name="Comments like this" onClose={close}>
      <p role="status">
        {page === null ? 'Looking…' : `${formatNumber(here)} on your sites`}
        {page !== null && page.elsewhere > 0 && `, ${formatNumber(page.elsewhere)} on others`}
        {page?.isCut === true && ' among the latest that were looked at'}
        {page !== null && '.'}
      </p>
      {error !== null && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <DecideAll members={members} />
      <ol class="cluster">
        {members.map((member) => (
          <Row key={member.id} member={member} first={first} />
        ))}
      </ol>
    </Modal>
  );
}

async function loadAll(id: string, show: (found: Found) => void): Promise<void> {
  const members: ClusterMember[] = [];
  let cursor: string | null = null;
  do {
    const answer = await api.cluster(id, cursor);
    if (!answer.ok) return show({ page: null, members, error: messageOf(answer) });
    members.push(...answer.value.members);
    show({ page: answer.value, members: [...members], error: null });
    cursor = answer.value.nextCursor;
  } while (cursor !== null && members.length < MOST && dialog.peek() === 'cluster');
}

function DecideAll({ members }: { members: ClusterMember[] }) {
  return (
    <p class="bulk-acts">
      <AllButton to="published" word="Publish" members={members} />
      <AllButton to="rejected" word="Reject" members={members} />
      <AllButton to="spam" word="Spam" members={members} />
      <AllButton to="held" word="Hold" members={members} />
    </p>
  );
}

/** Those that already stand so by a human's decision are not counted. */
function AllButton(given: { to: To; word: string; members: ClusterMember[] }) {
  const those = given.members
    .filter(({ status, reviewed }) => !(status === given.to && reviewed) && status !== 'deleted')
    .slice(0, MOST);
  const decide = () => {
    close();
    startBulk(
      { kind: 'comments', comments: those.map(({ id, version }) => ({ id, version })) },
      { to: given.to },
    );
  };
  return (
    <button
      type="button"
      class={`decide to-${given.to}`}
      disabled={those.length === 0}
      onClick={decide}
    >
      {given.word} {formatNumber(those.length)}
    </button>
  );
}

function Row({ member, first }: { member: ClusterMember; first: ClusterMember | undefined }) {
  const isFirst = first === undefined || first.id === member.id;
  const pieces = isFirst
    ? [{ text: member.excerpt, marked: false }]
    : markDifferences(first.excerpt, member.excerpt);
  return (
    <li>
      <p>
        <bdi class="strong">{member.name}</bdi> <Time at={member.createdAt} />{' '}
        <span class={`status is-${member.status}`}>{STATUS_NAMES[member.status]}</span>
        {isFirst && <span class="quiet"> this comment</span>}
      </p>
      <p dir="auto" class="excerpt">
        {pieces.map((piece, at) =>
          piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text,
        )}
      </p>
      <p class="quiet">
        {!isFirst && (
          <>
            <bdi>{sharedWords(member)}</bdi> ·{' '}
          </>
        )}
        <bdi>{member.thread.title ?? member.thread.url ?? 'an article'}</bdi>, {member.site.name}{' '}
        <button type="button" class="link" onClick={() => open(member)}>
          Open<span class="unseen"> the comment by {member.name}</span>
        </button>
      </p>
    </li>
  );
}

/** The reader's own words last: nothing of ours may stand behind what can turn it round. */
function sharedWords({ by }: ClusterMember): string {
  const shared = [
    by.text > 0 ? `${Math.round(by.text * 100)}% of the wording` : '',
    by.author ? 'same author' : '',
    by.places.length > 0 ? `leads to ${by.places.join(', ')}` : '',
  ].filter((words) => words !== '');
  return shared.join(', ');
}

/** In the queue that it is in, narrowed to its article and its author. */
function open({ status, site, thread, name }: ClusterMember): void {
  close();
  const queue: Queue = status === 'deleted' ? 'rejected' : status;
  goToView({ queue, site: site.key, q: null, narrow: { thread: thread.id, author: name } });
}
