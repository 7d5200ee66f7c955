import type { QueueItem } from '../../src/contract/desk.ts';
import { formatNumber, reasonWords } from '../words.ts';
import { Time } from './time.tsx';

type Props = { item: QueueItem; brief: boolean };

/** What readers complain about, newest first; in brief how many do. */
export function Reports({ item, brief }: Props) {
  const { reports, reportCount } = item;
  if (reportCount === 0) return null;
  const count = reportCount === 1 ? '1 reader' : `${formatNumber(reportCount)} readers`;
  if (brief) return <p class="reported">Reported by {count}</p>;
  return (
    <section class="reports" aria-label="Reports">
      <p class="reported">Reported by {count}</p>
      <ul>
        {reports.map(({ reason, text, at }) => (
          <li key={at + reason + text}>
            <span class="reason" dir="auto">
              {reasonWords(reason)}
            </span>{' '}
            <span class="quiet">
              <Time at={at} />
            </span>
            {text !== null && (
              <span class="sentence" dir="auto">
                {text}
              </span>
            )}
          </li>
        ))}
      </ul>
      {reportCount > reports.length && (
        <p class="quiet">And {formatNumber(reportCount - reports.length)} earlier.</p>
      )}
    </section>
  );
}
