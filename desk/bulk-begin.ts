import { signal } from '@preact/signals';
import type { Bulk, BulkOf } from '../src/contract/bulks.ts';
import { api, messageOf } from './api.ts';
import { ask, drive, expiredMaybe, isAsking, isUnderWay, moveOn, run, take } from './bulk.ts';
import { clearSelection, selected } from './selection.ts';
import { announce, askFocus, dialog } from './store.ts';

/** How a bulk decision begins: what it is about is written down, counted, and confirmed. */

/** A beginning that was refused. */
export const bulkError = signal<string | null>(null);

/** More than this are confirmed first; fewer are as quickly taken back. */
const SMALL = 10;

export type To = Bulk['to'];

/** What is decided about all of them. `reason` stands in the log of each. */
type Decision = { to: To; reason?: string | undefined };

/** What is selected, by its versions: what somebody changes meanwhile is left alone. */
export function decideSelected(to: To, reason?: string): void {
  const comments = selected.peek().map(({ id, version }) => ({ id, version }));
  if (comments.length > 0) startBulk({ kind: 'comments', comments }, { to, reason });
}

export async function startBulk(of: BulkOf, decision: Decision): Promise<void> {
  // The second press of a double click.
  if (isAsking()) return;
  bulkError.value = null;
  if (run.peek() !== null && isUnderWay(run.peek()?.bulk)) {
    announce('One bulk decision after the other: the last is still under way.');
    return;
  }
  const answer = await ask(() => api.startBulk(of, decision));
  if (!answer.ok) {
    bulkError.value = messageOf(answer);
    announce(`Not begun: ${messageOf(answer)}`);
    return expiredMaybe(answer);
  }
  take(answer.value);
  const { state, total } = answer.value;
  if (state === 'ready' && total <= SMALL) return confirmBulk();
  dialog.value = 'bulk';
  await drive();
}

export async function confirmBulk(): Promise<void> {
  dialog.value = 'none';
  clearSelection();
  askFocus('keep');
  await moveOn((id) => api.moveBulk(id, 'deciding'));
  const here = run.peek();
  // Not begun: the question says why, and can be answered again.
  if (here?.bulk.state === 'ready' && here.cut !== null) dialog.value = 'bulk';
}

export async function dropUnconfirmed(): Promise<void> {
  const bulk = run.peek()?.bulk;
  dialog.value = 'none';
  run.value = null;
  if (bulk !== undefined) await api.dropBulk(bulk.id);
}
