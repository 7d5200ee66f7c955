import { useId } from 'preact/hooks';

type Given = {
  label: string;
  name: string;
  type: 'email' | 'password';
  autoComplete: string;
  value?: string;
  hint?: string;
  error?: string | undefined;
};

/** A labelled input with its hint and its error under it. */
export function Field({ label, name, type, autoComplete, value = '', hint, error }: Given) {
  const id = useId();
  const about = error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined;
  const given = {
    id,
    name,
    autoComplete,
    defaultValue: value,
    required: true,
    'aria-invalid': error !== undefined,
    'aria-describedby': about,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'email' ? <input {...given} type="email" /> : <input {...given} type="password" />}
      {hint !== undefined && error === undefined && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
