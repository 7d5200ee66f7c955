import type { CommentHistory } from '../../src/contract/card.ts';
import type { QueueItem } from '../../src/contract/desk.ts';
import { cardApi } from '../card-api.ts';
import { type Piece, wordDiff } from '../word-diff.ts';
import { Fetched } from './fetched.tsx';
import { Time } from './time.tsx';

/** What an author has changed, the last change first, each against the text before it. */
export function EditHistory({ item }: { item: QueueItem }) {
  return (
    <Fetched what="the earlier texts" ask={() => cardApi.history(item.id)}>
      {(history) => <Edits history={history} />}
    </Fetched>
  );
}

type Edit = { before: string; after: string; at: string; number: number };

function Edits({ history }: { history: CommentHistory }) {
  const edits = editsOf(history);
  if (edits.length === 0) return <p class="quiet">No earlier text is kept.</p>;
  return (
    <>
      <ol class="edits" reversed>
        {edits.map((edit) => (
          <li key={edit.number}>
            <EditLines edit={edit} />
          </li>
        ))}
      </ol>
      <p class="quiet">
        {history.isCut && 'Older texts are not shown. '}First sent <Time at={history.createdAt} />.
      </p>
    </>
  );
}

function EditLines({ edit }: { edit: Edit }) {
  const pieces = wordDiff(edit.before, edit.after);
  return (
    <>
      <h3>
        Edit {edit.number} <Time at={edit.at} focusable />{' '}
        <span class="quiet">{summaryOf(pieces)}</span>
      </h3>
      <p class="difference" dir="auto">
        {pieces.map(drawPiece)}
      </p>
    </>
  );
}

/** Struck through or underlined, in words for those who do not see it, and in colour. */
function drawPiece({ kind, text }: Piece, at: number) {
  if (kind === 'same') return text;
  const Tag = kind === 'added' ? 'ins' : 'del';
  return (
    <Tag key={at}>
      <span class="unseen">[{kind}: </span>
      {text}
      <span class="unseen">]</span>
    </Tag>
  );
}

function summaryOf(pieces: readonly Piece[]): string {
  const letters = (kind: Piece['kind']) =>
    pieces.reduce((sum, piece) => sum + (piece.kind === kind ? [...piece.text].length : 0), 0);
  return `${letters('added')} characters added, ${letters('removed')} removed`;
}

/** An edit leads from a text to the next one, and was made when the next one came. */
function editsOf({ earlier, source }: CommentHistory): Edit[] {
  return earlier
    .map(({ version, source: before, replacedAt }, at) => ({
      before,
      after: earlier[at + 1]?.source ?? source,
      at: replacedAt,
      number: at + 1,
      version,
    }))
    .reverse();
}
