import { useId, useLayoutEffect, useRef } from 'preact/hooks';

type Given = {
  label: string;
  name: string;
  type: 'email' | 'password' | 'text';
  autoComplete: string;
  value?: string;
  hint?: string;
  /** For codes: the keyboard of a phone, and no spelling. */
  isCode?: boolean;
  /** Has the focus as soon as it is shown, in the place of what was filled in before it. */
  isFirst?: boolean;
  error?: string | undefined;
};

/** A labelled input with its hint and its error under it. */
export function Field({
  label,
  name,
  type,
  autoComplete,
  value = '',
  hint,
  isCode = false,
  isFirst = false,
  error,
}: Given) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isFirst) input.current?.focus();
  }, []);
  const about = error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined;
  const given = {
    id,
    name,
    autoComplete,
    defaultValue: value,
    required: true,
    ...(isCode && ({ autocapitalize: 'off', spellcheck: false } as const)),
    'aria-invalid': error !== undefined,
    'aria-describedby': about,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'email' && <input {...given} ref={input} type="email" />}
      {type === 'password' && <input {...given} ref={input} type="password" />}
      {type === 'text' && <input {...given} ref={input} type="text" />}
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
