import type { QueueItem } from '../../src/contract/desk.ts';
import { deleteAnswer } from '../replies.ts';
import { session } from '../store.ts';
import { Badge } from './badge.tsx';
import { BodyView } from './body-view.tsx';
import { Time } from './time.tsx';

type Props = { item: QueueItem; brief: boolean };

/** What the newsroom has answered to a comment; in brief that it has. */
export function Answers({ item, brief }: Props) {
  const { answers } = item;
  if (answers.length === 0) return null;
  if (brief) {
    const [first] = answers;
    return (
      <p class="quiet beside">
        Answered by <bdi>{first?.name}</bdi>
        {answers.length > 1 && ` and ${answers.length - 1} more`}
      </p>
    );
  }
  const mine = session.value?.moderator.id;
  return (
    <section class="beside" aria-label="Answers of the newsroom">
      <ul>
        {answers.map((answer) => (
          <li key={answer.id}>
            <p class="beside-head">
              <span class="quiet">Answered by</span> <bdi class="strong">{answer.name}</bdi>
              <Badge badge={answer.badge} />
              <Time at={answer.createdAt} />
              {answer.moderatorId === mine && (
                <button type="button" class="link" onClick={() => deleteAnswer(item, answer)}>
                  Delete <span class="unseen">your answer</span>
                </button>
              )}
            </p>
            <BodyView body={answer.body} pieces={[]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
