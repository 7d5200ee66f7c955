import { Component } from 'preact';
import type { QueueItem, Status } from '../../src/contract/desk.ts';
import { dismissCurrent, retryCurrent } from '../actions.ts';
import type { Card, Notice } from '../decision-flow.ts';
import { languageName } from '../language-names.ts';
import { shortcuts } from '../own-keys.ts';
import { view } from '../store.ts';
import { measureWords, STATUS_NAMES } from '../words.ts';
import { Answers } from './answers.tsx';
import { Badge } from './badge.tsx';
import { BodyView } from './body-view.tsx';
import { CardFoot } from './card-foot.tsx';
import { CardLabel } from './card-label.tsx';
import { Findings } from './findings.tsx';
import { Key } from './key.tsx';
import { Marked } from './marked.tsx';
import { Notes } from './notes.tsx';
import { Reports } from './reports.tsx';
import { SelectBox } from './select-box.tsx';
import { ThreadLink } from './thread-link.tsx';
import { Time } from './time.tsx';

type Props = { card: Card; current: boolean; source: boolean; selected: boolean };

/** One comment. Drawn again only when something about it changes: a key must not redraw all. */
export class CommentCard extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { card, current, source, selected } = this.props;
    if (next.selected !== selected) return true;
    return next.card !== card || next.current !== current || next.source !== source;
  }

  override render({ card, current, source, selected }: Props) {
    const { item, notice } = card;
    return (
      <article
        class={current ? 'card current' : 'card'}
        aria-label={`Comment by ${item.name}`}
        aria-describedby={`text-${item.id}`}
        aria-current={current ? 'true' : undefined}
        data-id={item.id}
        tabIndex={-1}
      >
        <CardLabel item={item} isQuiet={notice !== null} />
        {notice !== null && <NoticeLine notice={notice} current={current} />}
        <SelectBox id={item.id} name={item.name} selected={selected} />
        <Byline item={item} current={current} />
        {current && item.parent !== null && <Parent parent={item.parent} />}
        <div class="text" id={`text-${item.id}`} lang={item.language ?? undefined}>
          {source ? (
            <Source item={item} />
          ) : (
            <BodyView body={item.body} pieces={piecesOf(item, 'body')} />
          )}
        </div>
        <Reports item={item} brief={!current} />
        <Findings findings={item.findings} brief={!current} />
        <Answers item={item} brief={!current} />
        <Notes item={item} brief={!current} />
        {current && <CardFoot item={item} source={source} />}
      </article>
    );
  }
}

function Byline({ item, current }: { item: QueueItem; current: boolean }) {
  return (
    <header class="byline">
      <h2 class="name">
        <Marked text={item.name} pieces={piecesOf(item, 'name')} />
      </h2>
      <Badge badge={item.badge} />
      <Time at={item.createdAt} focusable={current} />
      {item.editedAt !== null && <span class="quiet">edited</span>}
      <Language code={item.language} />
      <OtherStatus status={item.status} />
      {item.featured !== null && (
        <span class="featured">
          Featured by <bdi>{item.featured.by}</bdi>
        </span>
      )}
      {item.author.measure !== null && (
        <span class="measure">Author {measureWords(item.author.measure)}</span>
      )}
      <p class="quiet on">
        on <ThreadLink item={item} current={current} />, {item.site.name}
      </p>
      {current && <Contact item={item} />}
    </header>
  );
}

/** Of the text; nothing where it is not known. */
function Language({ code }: { code: string | null }) {
  if (code === null) return null;
  const name = languageName(code);
  return (
    <span class="quiet" title={name}>
      <span aria-hidden="true">{code}</span>
      <span class="unseen">in {name}</span>
    </span>
  );
}

/** Only where it is not what the queue says already. */
function OtherStatus({ status }: { status: Status }) {
  const { queue } = view.value;
  const usual = queue === 'unreviewed' || queue === 'reported' ? 'published' : queue;
  if (status === usual) return null;
  return <span class={`status is-${status}`}>{STATUS_NAMES[status]}</span>;
}

function Contact({ item }: { item: QueueItem }) {
  if (item.email === null && item.website === null) return null;
  return (
    <p class="contact quiet">
      {item.email !== null && <Marked text={item.email} pieces={piecesOf(item, 'email')} />}
      {item.website !== null && <Marked text={item.website} pieces={piecesOf(item, 'website')} />}
    </p>
  );
}

function Parent({ parent }: { parent: NonNullable<QueueItem['parent']> }) {
  return (
    <div class="parent">
      <p class="quiet">
        Answers <bdi class="parent-name">{parent.name}</bdi>
        {parent.status !== 'published' && ` (${STATUS_NAMES[parent.status].toLowerCase()})`}
      </p>
      <div lang={parent.language ?? undefined}>
        <BodyView body={parent.body} pieces={[]} />
      </div>
    </div>
  );
}

function Source({ item }: { item: QueueItem }) {
  return (
    <pre dir="auto">
      <Marked text={item.source} pieces={piecesOf(item, 'body')} />
    </pre>
  );
}

function NoticeLine({ notice, current }: { notice: Notice; current: boolean }) {
  const canRetry = notice.kind === 'failed' && notice.retry !== null;
  return (
    <div class="notice">
      <p>
        {notice.kind === 'failed' && 'Not sent. '}
        {notice.message}
      </p>
      {current && canRetry && (
        <button type="button" aria-keyshortcuts={shortcuts('a')} onClick={retryCurrent}>
          Try again <Key name="a" />
        </button>
      )}
      {current && (
        <button
          type="button"
          class="plain"
          aria-keyshortcuts={shortcuts('w')}
          onClick={dismissCurrent}
        >
          Put aside <Key name="w" />
        </button>
      )}
    </div>
  );
}

function piecesOf(item: QueueItem, field: 'body' | 'name' | 'email' | 'website'): string[] {
  return item.findings
    .flatMap((finding) => finding.matches)
    .filter((match) => match.field === field)
    .map((match) => match.text);
}
