import { signal } from '@preact/signals';
import type { Invitation, Person } from '../src/contract/people.ts';
import { type Failure, messageOf } from './api.ts';
import { peopleApi } from './people-api.ts';
import { sessionState } from './store.ts';

export const people = signal<Person[] | null>(null);
export const invitations = signal<Invitation[]>([]);
/** Whether invitations are mailed; else their links are handed over. */
export const sendsMail = signal(false);
export const listError = signal<string | null>(null);

export async function loadPeople(): Promise<void> {
  const [listed, invited] = await Promise.all([peopleApi.people(), peopleApi.invitations()]);
  if (!listed.ok) return failed(listed);
  if (!invited.ok) return failed(invited);
  listError.value = null;
  people.value = listed.value.people;
  invitations.value = invited.value.invitations;
  sendsMail.value = invited.value.mail;
}

/** One sentence; a session that is over opens the sign-in above the page. */
export function tell(answer: Failure): string {
  if (answer.kind === 'signed-out') sessionState.value = 'expired';
  const fields = answer.kind === 'refused' ? answer.problem.errors : undefined;
  return fields?.[0]?.message ?? messageOf(answer);
}

function failed(answer: Failure): void {
  listError.value = tell(answer);
}
