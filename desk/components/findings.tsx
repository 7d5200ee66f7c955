import type { Finding } from '../../src/contract/desk.ts';

const WEIGHT: Record<Finding['verdict'], number> = { reject: 3, spam: 2, hold: 1, publish: 0 };
const VERDICT_WORDS: Record<Finding['verdict'], string> = {
  reject: 'rejects',
  spam: 'spam',
  hold: 'holds',
  publish: 'passes',
};

/** Why the comment is here: the harshest finding first. In brief the sentences alone. */
export function Findings({ findings, brief }: { findings: readonly Finding[]; brief: boolean }) {
  const sorted = findings.toSorted(
    (a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict] || b.score - a.score,
  );
  if (sorted.length === 0) return null;
  if (brief) return <p class="findings-brief quiet">{sorted.map(sentenceOf).join(' ')}</p>;
  return (
    <ul class="findings" aria-label="Findings">
      {sorted.map((finding) => (
        <li key={finding.check + finding.message} class={`finds-${finding.verdict}`}>
          <span class="verdict">{VERDICT_WORDS[finding.verdict]}</span>{' '}
          <span class="number score">{finding.score.toFixed(2)}</span>{' '}
          <span dir="auto" class="sentence">
            {sentenceOf(finding)} <span class="quiet check-name">{finding.check}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function sentenceOf({ message }: Finding): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
