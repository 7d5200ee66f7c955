import type { DryRunDeps } from './domain/dry-run.ts';
import { fingerprint } from './screening/campaign.ts';
import { CHECKS } from './screening/checks/index.ts';
import { MODEL_VERSION } from './screening/classifier/base.ts';
import { KnownModels } from './screening/classifier/known-models.ts';
import { harshest, screen } from './screening/screen.ts';
import type { Database } from './store/database.ts';
import { latestComments } from './store/latest-comments.ts';
import { findSiteModel } from './store/site-models.ts';

const TIMELESS = CHECKS.filter(({ timeless }) => timeless);

/** Also for the command that tries settings. */
export function makeDryRunDeps(db: Database, models: KnownModels = new KnownModels()): DryRunDeps {
  return {
    latestComments: (ask) => latestComments(db, ask),
    siteModel: async (siteKey) => {
      const known = models.versionOf(siteKey);
      const stored = await findSiteModel(db, { siteKey, modelVersion: MODEL_VERSION, known });
      return models.take(siteKey, { stored, asked: known });
    },
    trace: fingerprint,
    replay: (submission) => screen(submission, TIMELESS).findings,
    isTimeless: (name) => TIMELESS.some((check) => check.name === name),
    harshest,
  };
}
