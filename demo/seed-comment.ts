import type { DecidedStatus } from '../src/domain/status.ts';

/** One comment of the demo, as a reader would send it. */
export type SeedComment = {
  /** For answers to refer to; unique. */
  ref: string;
  /** The article. */
  slug: string;
  /** `ref` of the comment that this one answers. */
  answers?: string;
  name: string;
  email?: string;
  website?: string;
  /** Before the demo's first start. */
  minutesAgo: number;
  body: string;
  /** How long the form was open before it was sent; a minute and a half when left out. */
  openedMs?: number;
  /** What a program put into the field that people cannot see. */
  trap?: string;
  /** What a moderator has made of it, a few minutes later. */
  decided?: { to: DecidedStatus; reason?: string };
};
