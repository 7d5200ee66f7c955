import { Field } from './field.tsx';

const NAME = 'code';

/** Where a code of an authenticator app, or one for a rainy day, is typed. */
export function CodeField({ label, error }: { label: string; error: string | undefined }) {
  return (
    <Field
      label={label}
      name={NAME}
      type="text"
      autoComplete="one-time-code"
      isCode
      isFirst
      error={error}
    />
  );
}

/** What was typed there; apps and lists show codes with gaps, and people copy those as well. */
export function codeIn(form: HTMLFormElement): string {
  return String(new FormData(form).get(NAME)).replace(/\s/g, '');
}
