import type { Field, Finding } from './comment.ts';
import type { Site } from './site.ts';
import type { Screening } from './submission.ts';

/** How a reader came here, as far as the request tells it. Kept by nobody. */
export type Visit = { address: string | null; userAgent: string | null; referrer: string | null };

/** What somebody else is asked about a comment that the checks would publish. */
export type SecondLook = {
  site: Site;
  /** Of the article; null where it has none. */
  url: string | null;
  parentId: string | null;
  /** As it was typed. */
  source: string;
  text: Record<Field, string>;
  visit: Visit;
  isEdit: boolean;
};

export type SecondStageDeps = {
  /** Never fails: who does not answer in time has a finding that holds and says so. */
  lookAgain(look: SecondLook): Promise<Finding>;
};

/** Asks the service that the site has chosen. What the checks have stopped is sent to nobody. */
export async function lookTwice(
  deps: SecondStageDeps,
  { first, look }: { first: Screening; look: SecondLook },
): Promise<Screening> {
  const isSettled = first.verdict !== 'publish' || first.refusal !== null;
  if (isSettled || look.site.screening.secondStage === 'off') return first;
  const finding = await deps.lookAgain(look);
  return { ...first, verdict: finding.verdict, findings: [...first.findings, finding] };
}
