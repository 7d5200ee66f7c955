import { type Moderator, maySee } from './decision.ts';
import type { Site } from './site.ts';

/** Who hears at a desk, and of what. */
export type Listener = {
  /** Empty for who is vouched for with each request, and has no session of ours. */
  sessionId: string;
  personId: string;
  name: string;
  /** Keys of their sites, an admin's as well. */
  sites: string[];
  /** Those of them that tell colleagues how many they are and not who. */
  quiet: string[];
};

/** A comment that is current at a desk. Nothing is forbidden by it, and it ends by itself. */
export type Claim = { id: string; site: string; until: number };

export type Seated = {
  seat: string;
  /** Stands for the person where no name is told: the same in all of their windows, and no longer. */
  alias: string;
  listener: Listener;
  claim: Claim | null;
};

/** How long a comment counts as looked at after a desk has said so, in ms. */
export const CLAIM_MS = 60_000;

export function listenerOf(
  { moderator, sessionId }: { moderator: Moderator; sessionId: string },
  sites: Site[],
): Listener {
  const own = sites.filter(({ key }) => maySee(moderator, key));
  return {
    sessionId,
    personId: moderator.id,
    name: moderator.name,
    sites: own.map(({ key }) => key),
    quiet: own.filter(({ screening }) => screening.presence === 'number').map(({ key }) => key),
  };
}

/** A desk as somebody at another one may know it; null for who shares no site with them. */
export function seatFor(
  viewer: Listener,
  { seated, now }: { seated: Seated; now: number },
): { id: string; person: string; name: string | null; open: string | null } | null {
  const { seat, alias, listener, claim } = seated;
  const shared = listener.sites.filter((site) => viewer.sites.includes(site));
  if (shared.length === 0) return null;
  const isNamed = shared.some((site) => !listener.quiet.includes(site));
  // Notes and answers have a moderator's id beside the name.
  const isKnown = isNamed || listener.personId === viewer.personId;
  const isOpen = claim !== null && claim.until > now && viewer.sites.includes(claim.site);
  return {
    id: seat,
    person: isKnown ? listener.personId : alias,
    name: isNamed ? listener.name : null,
    open: isOpen ? claim.id : null,
  };
}

/** Whether a colleague, not the same person in another window, has this comment open. */
export function isTaken(
  claim: Claim,
  { by, others, now }: { by: Listener; others: Seated[]; now: number },
): boolean {
  return others.some(
    ({ listener, claim: other }) =>
      other !== null &&
      other.id === claim.id &&
      other.until > now &&
      listener.personId !== by.personId,
  );
}
