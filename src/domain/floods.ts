import { type FloodMode, floodMode, type Tempos } from './flood-mode.ts';
import type { Site } from './site.ts';
import type { Thread } from './thread.ts';

/** A site, or a thread of it, with how fast comments came in; whether it is a flood is yet to say. */
export type Surge = { site: Site; thread: Thread | null; tempos: Tempos };

export type Flood = FloodMode & { site: Site; thread: Thread | null };

/** Where flood mode holds guests now. A thread of a site that is in flood mode adds nothing. */
export function floodsNow(surges: readonly Surge[], now: Date): Flood[] {
  return surges.flatMap(({ site, thread, tempos }) => {
    const mode = floodMode(tempos, { setting: site.screening.floodMode, now });
    if (mode === null || (thread !== null && mode.of === 'site')) return [];
    return { ...mode, site, thread };
  });
}
