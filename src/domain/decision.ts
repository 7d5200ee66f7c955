import type { Status } from './comment.ts';

/** One act of a moderator, kept for ever. */
export type Decision = {
  id: string;
  commentId: string;
  /** The moderator's name at that time. */
  by: string;
  at: Date;
  from: Status;
  to: Status;
  /** The comment's version after it. */
  version: number;
  reason: string | null;
  /** The decision that this one took back. */
  undoes: string | null;
};

export type Role = 'moderator' | 'editor' | 'admin';

export type Moderator = {
  id: string;
  name: string;
  email: string;
  /** Admin, else the most that they are on any site. What they may do is asked with the functions below. */
  role: Role;
  /** Keys of the sites that are theirs; an admin's are all. */
  sites: string[];
  /** Those of `sites` whose rules they set. */
  editorOf: string[];
};

/** Whether they set a site's rules, which is more than deciding about its comments. */
export function maySetRules(moderator: Moderator, siteKey: string): boolean {
  return roleOn(moderator, siteKey) !== 'moderator' && maySee(moderator, siteKey);
}

export function maySee(moderator: Moderator, siteKey: string): boolean {
  return moderator.role === 'admin' || moderator.sites.includes(siteKey);
}

/** What they are on a site that is theirs. */
export function roleOn({ role, editorOf }: Moderator, siteKey: string): Role {
  if (role === 'admin') return 'admin';
  return editorOf.includes(siteKey) ? 'editor' : 'moderator';
}

/** Whether they manage sites and people. */
export function mayManage(moderator: Moderator): boolean {
  return moderator.role === 'admin';
}
