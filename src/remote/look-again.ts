import type { Config } from '../config.ts';
import type { Finding } from '../domain/comment.ts';
import type { SecondLook } from '../domain/second-stage.ts';
import { askAkismet } from './akismet.ts';
import type { Opinion } from './opinion.ts';
import { type Outside, untilAborted } from './outside.ts';
import { askWorkersAi, type WorkersAi } from './workers-ai.ts';

export type LookAgainDeps = {
  outside: Outside;
  config: Pick<Config, 'akismetKey'>;
  /** Missing where wrangler.toml has no such binding. */
  ai: WorkersAi | undefined;
};

const CHECK = 'second-stage';
/** A reader waits for this. */
const LONGEST_MS = 1_500;

type Service = {
  name: string;
  /** What is missing where there is nobody to ask. */
  lacks: string;
  ask: ((signal: AbortSignal) => Promise<Opinion>) | null;
};

/** The second stage. It fails open to `hold`, and the finding says why. */
export async function lookAgain(deps: LookAgainDeps, look: SecondLook): Promise<Finding> {
  const { name, lacks, ask } = serviceOf(deps, look);
  if (ask === null) return held(`The site asks ${name}, but ${lacks}.`);
  const signal = deps.outside.deadline(LONGEST_MS);
  try {
    return { check: CHECK, matches: [], ...(await untilAborted(ask(signal), signal)) };
  } catch {
    const late = `${name} did not answer within ${LONGEST_MS / 1000} s.`;
    return held(signal.aborted ? late : `${name} could not be asked, or answered nonsense.`);
  }
}

function serviceOf({ outside, config, ai }: LookAgainDeps, look: SecondLook): Service {
  const { akismetKey: key } = config;
  if (look.site.screening.secondStage === 'akismet') {
    return {
      name: 'Akismet',
      lacks: 'AKISMET_KEY is not set',
      ask: key === null ? null : (signal) => askAkismet(outside, { key, look, signal }),
    };
  }
  return {
    name: 'Workers AI',
    lacks: 'the Worker has no AI binding',
    ask: ai === undefined ? null : (signal) => askWorkersAi(ai, { look, signal }),
  };
}

function held(message: string): Finding {
  return { check: CHECK, verdict: 'hold', score: 0.5, message, matches: [] };
}
