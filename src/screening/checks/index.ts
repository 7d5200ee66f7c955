import type { Check } from '../check.ts';
import { abuse } from './abuse.ts';
import { authorMeasure } from './author-measure.ts';
import { campaign } from './campaign.ts';
import { closedThread } from './closed-thread.ts';
import { disposableEmail } from './disposable-email.ts';
import { duplicate } from './duplicate.ts';
import { flood } from './flood.ts';
import { floodMode } from './flood-mode.ts';
import { formTime } from './form-time.ts';
import { history } from './history.ts';
import { honeypot } from './honeypot.ts';
import { impersonation } from './impersonation.ts';
import { learned } from './learned.ts';
import { length } from './length.ts';
import { links } from './links.ts';
import { newcomer } from './newcomer.ts';
import { proof } from './proof.ts';
import { siteMode } from './site-mode.ts';
import { bannedWords, suspectWords } from './words.ts';

/** Grows when the list or a check changes what it says; stored with every comment. */
export const RULES_VERSION = 4;

/**
 * The policy, in order. All of them run on every comment and the harshest finding decides; the
 * order is the order in which a moderator reads the findings, and the first refusal is the one
 * that the author hears.
 */
export const CHECKS: readonly Check[] = [
  // What the author can mend is told to them, and nothing is stored.
  closedThread,
  length,
  duplicate,
  flood,
  // A proof that is missing is made by the author's browser; a forged one rejects.
  proof,

  // How it was sent. Filling the trap is proof; haste is only a sign.
  honeypot,
  formTime,

  // What the publisher's lists say: banned is proof, suspect is a question to a moderator.
  bannedWords,
  suspectWords,

  // Threats, slurs and swearing at somebody, in the languages that there are words for.
  abuse,

  // What a moderator has set against its author.
  authorMeasure,

  // What it carries.
  links,

  // Who it says it is.
  impersonation,
  disposableEmail,

  // What became of what came from there before.
  history,

  // What moderators have thrown out before comes again in other words.
  campaign,

  // What the site's own decisions have taught, after the facts. Holds or sends to Spam, no more.
  learned,

  // What the site wants from those whom it does not know, always or while a flood lasts.
  newcomer,
  floodMode,

  // What the site wants whatever the checks say. Last, so that better reasons are read first.
  siteMode,
];
