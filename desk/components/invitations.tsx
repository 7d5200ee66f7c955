import { useState } from 'preact/hooks';
import type { Invitation, Invited } from '../../src/contract/people.ts';
import { peopleApi } from '../people-api.ts';
import { invitations, loadPeople, sendsMail, tell } from '../people-state.ts';
import { exactTime } from '../relative-time.ts';
import { InvitedNote } from './invited-note.tsx';
import { Modal } from './modal.tsx';
import { rightsWords } from './rights-form.tsx';

/** Invitations that nobody has taken up. */
export function Invitations() {
  const [again, setAgain] = useState<Invited | null>(null);
  const [error, setError] = useState<string | null>(null);
  const resend = async (id: string) => {
    const answer = await peopleApi.inviteAgain(id);
    setError(answer.ok ? null : tell(answer));
    if (answer.ok) setAgain(answer.value);
    await loadPeople();
  };
  const revoke = async (id: string) => {
    const answer = await peopleApi.revokeInvitation(id);
    setError(answer.ok ? null : tell(answer));
    await loadPeople();
  };
  return (
    <section>
      <h2>Invited</h2>
      <p class="error" role="alert">
        {error}
      </p>
      <ul class="people-list" aria-label="Invitations">
        {invitations.value.map((one) => (
          <Row
            key={one.id}
            invitation={one}
            onResend={() => resend(one.id)}
            onRevoke={() => revoke(one.id)}
          />
        ))}
      </ul>
      {again !== null && (
        <Modal name="Invited again" onClose={() => setAgain(null)}>
          <InvitedNote invited={again} />
        </Modal>
      )}
    </section>
  );
}

type RowGiven = { invitation: Invitation; onResend: () => void; onRevoke: () => void };

function Row({ invitation, onResend, onRevoke }: RowGiven) {
  const { email, rights, invitedBy, expiresAt, expired } = invitation;
  return (
    <li>
      <div class="who">
        <span class="strong">{email}</span>
        <br />
        <span class="quiet">
          by <bdi>{invitedBy}</bdi>
        </span>
      </div>
      <div>{rightsWords(rights)}</div>
      <div class="quiet">
        {expired ? <span class="state">Too old</span> : `Until ${exactTime(Date.parse(expiresAt))}`}
      </div>
      <span class="row">
        <button type="button" aria-label={`New link for ${email}`} onClick={onResend}>
          {sendsMail.value ? 'Send again' : 'New link'}
        </button>
        <button type="button" aria-label={`Revoke ${email}`} onClick={onRevoke}>
          Revoke
        </button>
      </span>
    </li>
  );
}
