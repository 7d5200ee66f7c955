import { enFeatured } from './en-featured.ts';
import { enFresh } from './en-fresh.ts';
import { enOwn } from './en-own.ts';

const errors: Record<string, string> = {
  ...enOwn.errors,
  'name required': 'Please enter your name here',
  'name too-long': 'This name is too long.',
  'email required': 'Please enter your email address here',
  'email invalid': 'You have entered an incorrect email address!',
  'email too-long': 'You have entered an incorrect email address!',
  'website required': 'Please enter your website here',
  'website invalid': 'You have entered an incorrect website address!',
  'website too-long': 'This address is too long.',
};

/** The words that a reader needs only when writing, sending, editing, deleting. */
export const enActing = {
  ...enFeatured,
  ...enFresh,
  ...enOwn,
  errors,
  email: 'Email',
  website: 'Website',
  optional: 'optional',
  unpublished: 'Not published.',
  consent: 'Save my name and email in this browser for the next time I comment.',
  checking: 'Checking …',
  sending: 'Sending …',
  busy: (seconds: number) =>
    `The service is busy. Your comment is kept and sent again in ${seconds} s.`,
  refused: 'Your comment was not accepted.',
  later: (seconds: number) =>
    `You can post again in ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`}.`,
  thanks: 'Thank you. A moderator will read your comment before others see it.',
  published: 'Your comment is published.',
  offline: 'You are offline. Your comment is kept and will be sent when you are back.',
  left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  over: (count: number) => (count === 1 ? '1 character too many' : `${count} characters too many`),
  nudge: (words: string[]) =>
    `These words may hurt: ${words.map((word) => `“${word}”`).join(', ')}. You can change them, or send it as it is; then a moderator looks at it first.`,
  asItIs: 'Send as it is',
  preview: 'Preview',
};

export type ActingText = typeof enActing;
