import type { BranchComment, CommentBranch } from '../../src/contract/card.ts';
import type { QueueItem } from '../../src/contract/desk.ts';
import { safeHref } from '../address.ts';
import { cardApi } from '../card-api.ts';
import { STATUS_NAMES } from '../words.ts';
import { BodyView } from './body-view.tsx';
import { Fetched } from './fetched.tsx';
import { Time } from './time.tsx';

/** What stands around a comment in its thread, whatever its status. */
export function Branch({ item }: { item: QueueItem }) {
  return (
    <Fetched what="what stands around" ask={() => cardApi.branch(item.id)}>
      {(branch) => <Around branch={branch} item={item} />}
    </Fetched>
  );
}

function Around({ branch, item }: { branch: CommentBranch; item: QueueItem }) {
  const { above, before, after, answers, isCut } = branch;
  const isAlone = above.length + before.length + after.length + answers.length === 0;
  return (
    <>
      <ArticleLink permalink={branch.permalink} url={item.thread.url} />
      {isAlone && <p class="quiet">Nothing stands around it.</p>}
      <Group name="Above it" comments={above} />
      <Group name="Before it" comments={before} />
      <Group name="Answers to it" comments={answers} />
      {isCut && <p class="quiet">And later answers.</p>}
      <Group name="After it" comments={after} />
    </>
  );
}

function ArticleLink({ permalink, url }: { permalink: string | null; url: string | null }) {
  const href = safeHref(permalink ?? url);
  if (href === null) return null;
  return (
    <p>
      <a href={href} rel="noopener noreferrer" target="_blank">
        {permalink === null ? 'Open the article' : 'Open the article at this comment'}
      </a>
    </p>
  );
}

function Group({ name, comments }: { name: string; comments: readonly BranchComment[] }) {
  if (comments.length === 0) return null;
  return (
    <>
      <h3>{name}</h3>
      <ol class="around">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p>
              <bdi class="strong">{comment.name || 'Deleted'}</bdi> <Time at={comment.createdAt} />{' '}
              <span class={`status is-${comment.status}`}>{STATUS_NAMES[comment.status]}</span>
            </p>
            <div class="said">
              <BodyView body={comment.body} pieces={[]} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
