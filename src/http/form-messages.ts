import type { FieldError } from '../contract/problem.ts';
import type { FormError } from '../domain/form-rules.ts';
import type { Word } from '../domain/nudge.ts';

const MESSAGES: Record<string, string> = {
  'body required': 'Please enter your comment!',
  'name required': 'Please enter your name here',
  'email required': 'Please enter your email address here',
  'email invalid': 'You have entered an incorrect email address!',
  'website required': 'Please enter your website here',
  'website invalid': 'You have entered an incorrect website address!',
};

/** The form's errors in words; the widget has the same in every language that it speaks. */
export function formMessages(
  errors: readonly FormError[],
  { maxLength }: { maxLength: number },
): FieldError[] {
  return errors.map(({ field, code }) => ({
    field,
    code,
    message: MESSAGES[`${field} ${code}`] ?? tooLong(field, maxLength),
  }));
}

/** Said at the comment, wherever the words stand; `drawForm` offers to send it as it is. */
export function nudgeMessage(words: readonly Word[]): FieldError {
  const named = words.map(({ text }) => `“${text}”`).join(', ');
  const message = `These words may hurt: ${named}. You can change them, or send it as it is; then a moderator looks at it first.`;
  return { field: 'body', code: 'rephrase', message };
}

function tooLong(field: FormError['field'], maxLength: number): string {
  return field === 'body'
    ? `Your comment is too long: at most ${maxLength} characters.`
    : 'This is too long';
}
