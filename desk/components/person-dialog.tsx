import { useState } from 'preact/hooks';
import type { Person } from '../../src/contract/people.ts';
import type { Answer } from '../api.ts';
import { peopleApi } from '../people-api.ts';
import { loadPeople, tell } from '../people-state.ts';
import { session } from '../store.ts';
import { Modal } from './modal.tsx';
import { RightsForm } from './rights-form.tsx';

/** What an admin does about one person. */
export function PersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const [rights, setRights] = useState(person.rights);
  const [error, setError] = useState<string | undefined>();
  const [said, setSaid] = useState('');
  const isMe = person.id === session.value?.moderator.id;
  const act = async (answer: Promise<Answer<unknown>>, words: string) => {
    const done = await answer;
    setError(done.ok ? undefined : tell(done));
    setSaid(done.ok ? words : '');
    if (done.ok) await loadPeople();
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    act(peopleApi.change(person.id, { rights }), 'Saved. It holds at once.');
  };
  return (
    <Modal name={person.name} onClose={onClose}>
      <p class="quiet">{person.email}</p>
      <form class="form" onSubmit={save} noValidate>
        <RightsForm rights={rights} onChange={setRights} error={error} />
        <p role="status">{said}</p>
        <button type="submit" class="main">
          Save
        </button>
      </form>
      <section>
        <h3>The desk</h3>
        <p class="row">
          <Sure
            does={person.active ? 'Shut out' : 'Let in again'}
            means={
              person.active
                ? 'They are signed out everywhere, at once. What they decided stays in the log.'
                : 'They can sign in again, with the rights above.'
            }
            onSure={() =>
              act(
                peopleApi.change(person.id, { active: !person.active }),
                person.active ? 'Shut out.' : 'Let in again.',
              )
            }
          />
        </p>
      </section>
      {!isMe && (person.secondFactor || person.passkeys > 0) && (
        <section>
          <h3>Second factor</h3>
          <Sure
            does="Reset the second factor"
            means="For who has lost their device. Codes are switched off, passkeys forgotten, and they are signed out everywhere."
            onSure={() => act(peopleApi.resetFactor(person.id), 'Reset.')}
          />
        </section>
      )}
    </Modal>
  );
}

/** A button that says what it means before it does it. */
function Sure({ does, means, onSure }: { does: string; means: string; onSure: () => void }) {
  const [asked, setAsked] = useState(false);
  const sure = () => {
    setAsked(false);
    onSure();
  };
  return (
    <span class="sure">
      <button
        type="button"
        aria-expanded={asked}
        aria-label={asked ? `Leave it: ${does}` : does}
        onClick={() => setAsked(!asked)}
      >
        {asked ? 'Leave it' : does}
      </button>
      {asked && (
        <>
          <span>{means}</span>
          <button type="button" class="main" onClick={sure}>
            {does}: yes
          </button>
        </>
      )}
    </span>
  );
}
