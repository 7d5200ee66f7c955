import type { ActingText } from './en-acting.ts';
import type { ActsText } from './en-acts.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The words that show the comments and the form. */
export const en = {
  /** BCP 47; dates and numbers follow it. */
  lang: 'en',
  dir: '',
  comments: (count: number) => (count === 1 ? '1 comment' : `${count} comments`),
  title: 'Comments',
  none: 'No comments yet. Be the first.',
  closed: 'Comments are closed.',
  loading: 'Loading comments …',
  unavailable: 'Comments are not available on this page.',
  failed: 'Comments could not be loaded.',
  again: 'Try again',
  order: 'Order',
  newest: 'Newest',
  oldest: 'Oldest',
  top: 'Top',
  replies: 'Replies',
  like: 'Like',
  likes: (count: number) => `Like, ${count} ${count === 1 ? 'like' : 'likes'}`,
  others: 'More',
  more: 'Show more comments',
  moreReplies: (count: number) =>
    count === 1 ? 'Show 1 more reply' : `Show ${count} more replies`,
  all: 'Show all comments',
  by: (name: string) => `Comment by ${name}`,
  staff: 'Staff',
  author: 'Author of the article',
  /** Now, and # minutes, hours, days ago, short. */
  ago: ['just now', '# min ago', '# h ago', '# d ago'],
  date: (day: number, month: number, year: number) => `${months[month]} ${day}, ${year}`,
  edited: 'edited',
  removed: 'This comment was removed.',
  held: 'Your comment is awaiting moderation',
  inReplyTo: (name: string) => `in reply to ${name}`,
  reply: 'Reply',
  replyTo: (name: string) => `Reply to ${name}`,
  edit: 'Edit',
  delete: 'Delete',
  cancel: 'Cancel',
  comment: 'Comment',
  name: 'Name',
  post: 'Post comment',
  unreached: 'Your comment could not be sent. It is kept: please try again.',
};

/** A language that is loaded brings the words for acting with it; English has them apart. */
export type Text = typeof en & { acting?: ActingText; acts?: ActsText };
