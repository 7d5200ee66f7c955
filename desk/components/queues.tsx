import type { Queue } from '../../src/contract/desk.ts';
import { addressOf, inMine, inQueue, nextQueue, QUEUES } from '../address.ts';
import { filtersOf } from '../narrowing.ts';
import { shortcuts } from '../own-keys.ts';
import { goToMine, goToView, openView } from '../pages.ts';
import { dialog, numbers, path, session, view } from '../store.ts';
import { isThreads } from '../thread-address.ts';
import { formatNumber, QUEUE_NAMES } from '../words.ts';
import { ColleaguesLine } from './colleagues-line.tsx';
import { Key } from './key.tsx';
import { PeopleLink } from './people-link.tsx';
import { Search } from './search.tsx';
import { ThreadsLink } from './thread-link.tsx';

/** The left zone: where the moderator is, how much waits, and who they are. */
export function Queues() {
  return (
    <header class="side">
      <p class="brand">Belowline</p>
      <SiteSwitch />
      <Search />
      <ThreadsLink />
      <nav aria-label="Queues" class="queues">
        {QUEUES.map((queue, at) => (
          <QueueLink key={queue} queue={queue} hint={String(at + 1)} />
        ))}
        <MineLink />
      </nav>
      <ColleaguesLine />
      <div class="side-foot">
        {session.value?.moderator.role === 'admin' && <PeopleLink />}
        <button type="button" class="plain" onClick={() => openDialog('account')}>
          <span class="unseen">Account: </span>
          <bdi>{session.value?.moderator.name ?? '…'}</bdi>
        </button>
        <button
          type="button"
          class="plain"
          aria-keyshortcuts={shortcuts('?')}
          onClick={() => openDialog('keys')}
        >
          Keys <Key name="?" />
        </button>
      </div>
    </header>
  );
}

function openDialog(which: 'account' | 'keys'): void {
  dialog.value = which;
}

function QueueLink({ queue, hint }: { queue: Queue; hint: string }) {
  const there = inQueue(view.value, queue);
  const number = numbers.value?.[queue];
  const isNext = nextQueue(view.value.queue) === queue;
  const isHere =
    view.value.q === null &&
    !view.value.mine &&
    view.value.queue === queue &&
    !isThreads(path.value);
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goToView(there);
  };
  return (
    <a
      href={addressOf(there)}
      aria-current={isHere ? 'page' : undefined}
      aria-keyshortcuts={isNext ? `${shortcuts(hint)} ${shortcuts('t')}` : shortcuts(hint)}
      onClick={open}
    >
      <span class="queue-name">
        {QUEUE_NAMES[queue]} {isNext && <Key name="t" />}
        {isHere && filtersOf(view.value.narrow).length > 0 && <em class="sifted"> filtered</em>}
      </span>{' '}
      <span class="number">{number === undefined ? '–' : formatNumber(number)}</span>
      <Key name={hint} />
    </a>
  );
}

/** What one has decided. Without a number: it would never be done. */
function MineLink() {
  const { mine } = view.value;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goToMine();
  };
  return (
    <a
      href={addressOf(inMine(view.value))}
      aria-current={mine ? 'page' : undefined}
      aria-keyshortcuts={shortcuts('7')}
      onClick={open}
    >
      <span class="queue-name">Mine</span> <span class="number" aria-hidden="true" />
      <Key name="7" />
    </a>
  );
}

function SiteSwitch() {
  const sites = session.value?.sites ?? [];
  const choose = (event: Event) => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return;
    const next = { ...view.peek(), site: event.currentTarget.value || null };
    if (!isThreads(path.peek())) return goToView(next);
    view.value = next;
    void openView();
  };
  return (
    <label class="site">
      <span class="unseen">Site</span>
      <select value={view.value.site ?? ''} onChange={choose}>
        <option value="">All sites</option>
        {sites.map((site) => (
          <option key={site.key} value={site.key}>
            {site.name}
          </option>
        ))}
      </select>
    </label>
  );
}
