import type { Env } from './deps.ts';
import type { LearnSiteDeps } from './domain/learn-site.ts';
import { MODEL_VERSION } from './screening/classifier/base.ts';
import { REMEMBERED } from './screening/classifier/lesson.ts';
import { packSiteModel } from './screening/classifier/stored-site-model.ts';
import { trainTaught } from './screening/classifier/train-taught.ts';
import { openDatabase } from './store/database.ts';
import { listTaught, saveSiteModel } from './store/site-models.ts';

/** For the Durable Object that learns; it has no request and no secret. */
export function makeLearnDeps(env: Pick<Env, 'DB'>): LearnSiteDeps {
  const db = openDatabase(env.DB);
  return {
    listTaught: (siteKey) => listTaught(db, { siteKey, limit: REMEMBERED }),
    train: trainTaught,
    storeSiteModel: ({ siteKey, model, at }) =>
      saveSiteModel(db, {
        siteKey,
        at,
        modelVersion: MODEL_VERSION,
        model: model === undefined ? null : JSON.stringify(packSiteModel(model)),
      }),
  };
}
