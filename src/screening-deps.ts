import type { Past, PastAsk, ScreenCommentDeps } from './domain/screen-comment.ts';
import { fingerprint } from './screening/campaign.ts';
import { CHECKS } from './screening/checks/index.ts';
import { MODEL_VERSION } from './screening/classifier/base.ts';
import type { KnownModels } from './screening/classifier/known-models.ts';
import { comparable } from './screening/comparable.ts';
import { detectLanguage } from './screening/language/detect-language.ts';
import { screen } from './screening/screen.ts';
import type { Database } from './store/database.ts';
import { gather } from './store/gather.ts';
import { lastInThread } from './store/last-in-thread.ts';

export type ScreeningDeps = Pick<
  ScreenCommentDeps,
  'comparable' | 'trace' | 'languageOf' | 'gather' | 'lastInThread' | 'screen'
>;

/** What is read of a comment, and of the past, before it is stored. */
export function makeScreeningDeps(db: Database, models: KnownModels): ScreeningDeps {
  return {
    comparable,
    trace: fingerprint,
    languageOf: detectLanguage,
    gather: (ask) => gatherWithModel(db, { ask, models }),
    lastInThread: (ask) => lastInThread(db, ask),
    screen: (submission) => screen(submission, CHECKS),
  };
}

/** The model's text is read only where this isolate does not have the version that is stored. */
async function gatherWithModel(
  db: Database,
  { ask, models }: { ask: PastAsk; models: KnownModels },
): Promise<Past> {
  const knownModel = models.versionOf(ask.site.key);
  const { model, ...past } = await gather(db, { ...ask, modelVersion: MODEL_VERSION, knownModel });
  return { ...past, siteModel: models.take(ask.site.key, { stored: model, asked: knownModel }) };
}
