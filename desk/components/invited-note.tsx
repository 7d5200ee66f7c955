import type { Invited } from '../../src/contract/people.ts';
import { CopyButton } from './copy-button.tsx';

/** A link is told once: who closes this without it makes a new one. */
export function InvitedNote({ invited }: { invited: Invited }) {
  const { invitation, link } = invited;
  if (link === null) {
    return (
      <p role="status">
        Sent to <bdi class="strong">{invitation.email}</bdi>. The link works once, for seven days.
      </p>
    );
  }
  return (
    <div class="form">
      <p role="status">
        Hand this link to <bdi class="strong">{invitation.email}</bdi> yourself. It works once, for
        seven days, and is shown only now.
      </p>
      <label class="field">
        Link
        <input
          type="text"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <p class="row">
        <CopyButton text={link} of="the link" />
      </p>
    </div>
  );
}
