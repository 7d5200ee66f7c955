import type { SiteModel } from '../../domain/site-model.ts';
import { loadSiteModel, type StoredSiteModel } from './stored-site-model.ts';

/** Site models that an isolate has unpacked: 128 KB each. */
const KEPT = 50;

type Stored = { version: number; model: string | null };

/** Keeps each site's model unpacked until the store has a newer version. */
export class KnownModels {
  private readonly models = new Map<string, { version: number; model: SiteModel | null }>();

  /** The version that need not be read again; 0 where none is known. */
  versionOf(siteKey: string): number {
    return this.models.get(siteKey)?.version ?? 0;
  }

  /** The site's model, given what the store said to an asker who had version `asked`. */
  take(
    siteKey: string,
    { stored, asked }: { stored: Stored | null; asked: number },
  ): SiteModel | null {
    const known = this.models.get(siteKey);
    if (stored === null) return null;
    // An answer that was overtaken by a newer one is no reason to go back.
    if (known !== undefined && known.version >= stored.version) return known.model;
    if (stored.version === asked) return null;
    const model = stored.model === null ? null : read(stored.model);
    this.models.delete(siteKey);
    this.models.set(siteKey, { version: stored.version, model });
    const [oldest] = this.models.keys();
    if (this.models.size > KEPT && oldest !== undefined) this.models.delete(oldest);
    return model;
  }
}

function read(json: string): SiteModel {
  const stored: StoredSiteModel = JSON.parse(json);
  return loadSiteModel(stored);
}
