/**
 * The rules of the comment form. The widget and the Worker run this same file, so a reader never
 * hears one thing in the browser and another from the service.
 */

export type Ask = 'off' | 'optional' | 'required';
export type FormField = 'body' | 'name' | 'email' | 'website';
export type FormErrorCode = 'required' | 'invalid' | 'too-long';
export type FormError = { field: FormField; code: FormErrorCode };

export type FormInput = { body: string; name: string; email?: string; website?: string };
export type FormSettings = { email: Ask; website: Ask; maxLength: number };

/** In Unicode code points, after trimming. The e-mail's is RFC 5321's longest path. */
export const LONGEST = { name: 80, email: 254, website: 300 } as const;

/**
 * White space and everything a reader cannot see: controls, format characters (zero-width
 * joiners, bidi marks), variation selectors, fillers that fonts draw as nothing, and combining
 * marks, which show nothing where no letter carries them.
 */
const UNSEEN = String.raw`[\s\p{Cc}\p{Cf}\p{Cs}\p{Z}\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]`;
const UNSEEN_MARK = String.raw`\u034f|[\u180b-\u180f\ufe00-\ufe0f]`;
const INVISIBLE_START = new RegExp(`^(?:${UNSEEN}|${UNSEEN_MARK})+`, 'u');
const IS_UNSEEN = new RegExp(`^${UNSEEN}$`, 'u');
const INVISIBLE = new RegExp(`${UNSEEN}|${UNSEEN_MARK}`, 'gu');
const ONLY_MARKS = /^\p{M}*$/u;

/**
 * Without what cannot be seen at either end. Idempotent. The end is found by stepping back, one
 * character at a time: a pattern would try again at every blank in the middle of a text. A
 * variation selector at the end belongs to the emoji before it and stays.
 */
export function trimInvisible(text: string): string {
  const rest = text.replace(INVISIBLE_START, '');
  let end = rest.length;
  while (end > 0) {
    const unit = rest.charCodeAt(end - 1);
    const isPair = unit >= 0xdc00 && unit <= 0xdfff && isHighSurrogate(rest.charCodeAt(end - 2));
    const start = isPair ? end - 2 : end - 1;
    if (!IS_UNSEEN.test(rest.slice(start, end))) break;
    end = start;
  }
  return rest.slice(0, end);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Whether a reader would see nothing at all. */
export function isBlank(text: string): boolean {
  return ONLY_MARKS.test(text.replace(INVISIBLE, ''));
}

/** One address, as mail servers take it in practice: something@host.tld, no spaces, no lists. */
export function isEmail(text: string): boolean {
  return (
    /^[^\s@<>()[\],;:\\"]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,}$/u.test(
      text,
    ) && !/\.\.|^\.|\.@|-\.|\.-/.test(text)
  );
}

/** An http or https address with a host; nothing that a browser could run. */
export function isWebsite(text: string): boolean {
  if (/\s/.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname.includes('.') && username === '' && password === '';
}

/** All that is wrong with a form, at most one error a field, in the order of the fields. */
export function checkForm(input: FormInput, settings: FormSettings): FormError[] {
  const body = trimInvisible(input.body);
  const errors: (FormError | null)[] = [
    checkText('body', body, settings.maxLength),
    checkText('name', trimInvisible(input.name), LONGEST.name),
    checkOptional('email', input.email, settings.email, isEmail),
    checkOptional('website', input.website, settings.website, isWebsite),
  ];
  return errors.filter((error) => error !== null);
}

/** Length as a person would count it, in Unicode code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}

function checkText(field: 'body' | 'name', text: string, longest: number): FormError | null {
  if (isBlank(text)) return { field, code: 'required' };
  return lengthOf(text) > longest ? { field, code: 'too-long' } : null;
}

function checkOptional(
  field: 'email' | 'website',
  value: string | undefined,
  ask: Ask,
  isValid: (text: string) => boolean,
): FormError | null {
  const text = trimInvisible(value ?? '');
  if (text === '') return ask === 'required' ? { field, code: 'required' } : null;
  if (lengthOf(text) > LONGEST[field]) return { field, code: 'too-long' };
  return isValid(text) ? null : { field, code: 'invalid' };
}
