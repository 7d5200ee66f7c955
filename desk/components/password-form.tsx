import { useState } from 'preact/hooks';
import { api, messageOf } from '../api.ts';
import { session } from '../store.ts';
import { Field } from './field.tsx';

/** Must be what the contract asks for. In UTF-16 units. */
const SHORTEST = 12;

type Errors = { current?: string; next?: string; form?: string };

export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const [errors, setErrors] = useState<Errors>({});
  const [saved, setSaved] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const found = await save(new FormData(form), hasPassword);
    setErrors(found ?? {});
    setSaved(found === null);
    if (found === null) form.reset();
  };
  return (
    <section>
      <h3>{hasPassword ? 'Change the password' : 'Set a password'}</h3>
      <form class="form" onSubmit={submit} noValidate>
        {hasPassword && (
          <Field
            label="Current password"
            name="current"
            type="password"
            autoComplete="current-password"
            error={errors.current}
          />
        )}
        <Field
          label="New password"
          name="next"
          type="password"
          autoComplete="new-password"
          hint={`At least ${SHORTEST} characters.`}
          error={errors.next}
        />
        <p role="status" class={errors.form === undefined ? 'quiet' : 'error'}>
          {errors.form ?? (saved ? 'The password is set.' : '')}
        </p>
        <button type="submit">Save the password</button>
      </form>
    </section>
  );
}

/** null when it is saved, else what is wrong. */
async function save(data: FormData, hasPassword: boolean): Promise<Errors | null> {
  const next = String(data.get('next'));
  const current = String(data.get('current') ?? '');
  if (next.length < SHORTEST) return { next: `Use at least ${SHORTEST} characters.` };
  if (hasPassword && current === '') return { current: 'Enter the current password.' };
  const answer = await api.setPassword(hasPassword ? { current, next } : { next });
  if (answer.ok) {
    const now = session.peek();
    if (now !== null)
      session.value = { ...now, moderator: { ...now.moderator, hasPassword: true } };
    return null;
  }
  const fields = answer.kind === 'refused' ? (answer.problem.errors ?? []) : [];
  const errors = Object.fromEntries(fields.map(({ field, message }) => [field, message]));
  return fields.length > 0 ? errors : { form: messageOf(answer) };
}
