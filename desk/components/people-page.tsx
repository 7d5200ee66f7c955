import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../src/contract/people.ts';
import { goToView } from '../pages.ts';
import { invitations, listError, loadPeople, people } from '../people-state.ts';
import { exactTime, relativeTime } from '../relative-time.ts';
import { now, session, sessionState, signInPutOff, view } from '../store.ts';
import '../styles/people.css';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { rightsWords } from './rights-form.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** The desk's people, for admins: who is here, what they may do, who is invited. */
export function PeoplePage() {
  const [open, setOpen] = useState<string | null>(null);
  const [inviting, setInviting] = useState(false);
  useEffect(() => {
    loadPeople();
  }, [session.value?.moderator.id]);
  const person = people.value?.find(({ id }) => id === open);
  return (
    <>
      <main class="people">
        <BackLink />
        <div class="people-head">
          <h1>People</h1>
          <button type="button" class="main" onClick={() => setInviting(true)}>
            Invite somebody
          </button>
        </div>
        <p class="error" role="alert">
          {listError.value}
        </p>
        {people.value === null && listError.value === null && <p class="quiet">…</p>}
        <ul class="people-list" aria-label="People">
          {people.value?.map((one) => (
            <Row key={one.id} person={one} onOpen={() => setOpen(one.id)} />
          ))}
        </ul>
        {invitations.value.length > 0 && <Invitations />}
      </main>
      {person !== undefined && <PersonDialog person={person} onClose={() => setOpen(null)} />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {sessionState.value === 'expired' && !signInPutOff.value && <SignInAgain />}
    </>
  );
}

function BackLink() {
  const back = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goToView(view.peek());
  };
  return (
    <p>
      <a href="/desk" onClick={back}>
        Back to the queues
      </a>
    </p>
  );
}

function Row({ person, onOpen }: { person: Person; onOpen: () => void }) {
  const { name, email, rights, active, lastSeenAt } = person;
  const isMe = person.id === session.value?.moderator.id;
  return (
    <li class={active ? undefined : 'out'}>
      <div class="who">
        <bdi class="strong">{name}</bdi>
        {isMe && <span class="quiet"> you</span>}
        {!active && <span class="state"> Shut out</span>}
        <br />
        <span class="quiet">{email}</span>
      </div>
      <div>{rightsWords(rights)}</div>
      <div class="quiet">
        {factorWords(person)}
        <br />
        {lastSeenAt === null ? 'Never here' : <Seen at={Date.parse(lastSeenAt)} />}
      </div>
      <button type="button" aria-label={`Change ${name}`} onClick={onOpen}>
        Change
      </button>
    </li>
  );
}

function Seen({ at }: { at: number }) {
  return <span title={exactTime(at)}>Last here {relativeTime(at, now.value)}</span>;
}

function factorWords({ secondFactor, passkeys }: Person): string {
  const keys = passkeys === 1 ? '1 passkey' : `${passkeys} passkeys`;
  if (passkeys > 0) return secondFactor ? `Codes on, ${keys}` : keys;
  return secondFactor ? 'Codes on' : 'No second factor';
}
