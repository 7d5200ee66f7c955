import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../deps.ts';
import { learnSite } from '../domain/learn-site.ts';
import { makeLearnDeps } from '../learn-deps.ts';

/** Decisions come in bursts; after the first of one, the site learns this much later. */
const WAIT_MS = 5_000;

/**
 * One for each site. Trains one after the other, so that no result overwrites a newer one; a decision
 * that comes in during a training sets the next alarm. The platform repeats an alarm that fails.
 */
export class SiteLearner extends DurableObject<Env> {
  async learnSoon(siteKey: string): Promise<void> {
    const { storage } = this.ctx;
    await storage.put('site', siteKey);
    if ((await storage.getAlarm()) === null) await storage.setAlarm(Date.now() + WAIT_MS);
  }

  override async alarm(): Promise<void> {
    const siteKey = await this.ctx.storage.get<string>('site');
    if (siteKey === undefined) return;
    await learnSite(makeLearnDeps(this.env), { siteKey, at: new Date() });
  }
}
