import { useState } from 'preact/hooks';
import type { Invited, Rights } from '../../src/contract/people.ts';
import { peopleApi } from '../people-api.ts';
import { loadPeople, sendsMail, tell } from '../people-state.ts';
import { session } from '../store.ts';
import { Field } from './field.tsx';
import { InvitedNote } from './invited-note.tsx';
import { Modal } from './modal.tsx';
import { RightsForm } from './rights-form.tsx';

type Errors = { email?: string; rights?: string };

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [rights, setRights] = useState<Rights>(firstRights);
  const [errors, setErrors] = useState<Errors>({});
  const [invited, setInvited] = useState<Invited | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    if (!/^\S+@\S+$/.test(email)) return setErrors({ email: 'Please enter an e-mail address.' });
    const answer = await peopleApi.invite({ email, rights });
    if (!answer.ok) {
      const isAboutRights =
        answer.kind === 'refused' && answer.problem.type.endsWith('invalid-form');
      return setErrors({ [isAboutRights ? 'rights' : 'email']: tell(answer) });
    }
    setInvited(answer.value);
    loadPeople();
  };
  return (
    <Modal name="Invite somebody" onClose={onClose} toFill>
      {invited !== null ? (
        <InvitedNote invited={invited} />
      ) : (
        <form class="form" onSubmit={submit} noValidate>
          <Field label="Email" name="email" type="email" autoComplete="off" error={errors.email} />
          <RightsForm rights={rights} onChange={setRights} error={errors.rights} />
          <button type="submit" class="main">
            {sendsMail.value ? 'Send the invitation' : 'Make the invitation'}
          </button>
        </form>
      )}
    </Modal>
  );
}

/** The one site there is, where there is one. */
function firstRights(): Rights {
  const sites = session.peek()?.sites ?? [];
  const only = sites.length === 1 ? sites : [];
  return { admin: false, sites: only.map(({ key }) => ({ key, role: 'moderator' as const })) };
}
