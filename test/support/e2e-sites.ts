import type { BeforeStart } from '../../cli/start.ts';
import { demoSites } from '../../demo/demo-sites.ts';
import { addModerator } from '../../src/identity/moderators.ts';
import { openDatabase } from '../../src/store/database.ts';
import { saveSite } from '../../src/store/sites.ts';
import { e2eProduct } from './e2e-product.ts';

/** Sites that the demo does not have, as the Daily Planet but for what is said of each here. */
export const addTestSites: BeforeStart = async (env) => {
  const [planet] = demoSites([e2eProduct().demoOrigin], new Date());
  if (planet === undefined) throw new Error('the demo has no site');
  const screening = { ...planet.screening, proof: 'always' } as const;
  const db = openDatabase(env.DB);
  await saveSite(db, { ...planet, key: 'proof-gazette', screening });
  // Everything is held there, and only the test that clears a whole queue writes to it.
  await saveSite(db, { ...planet, key: 'walk-courier', name: 'Walk Courier', mode: 'pre' });
  await saveSite(db, { ...planet, key: 'together-gazette', mode: 'pre' });
  const settings = { database: env.DB, secret: env.SECRET, origin: e2eProduct().workerOrigin };
  for (const person of testModerators) {
    await addModerator(settings, { ...person, sites: [...person.sites] });
  }
};

export const testModerators = [
  // Two who share a site with nobody but each other and the admins.
  {
    email: 'uma@together.example',
    name: 'Uma Field',
    role: 'moderator',
    sites: ['together-gazette'],
  },
  {
    email: 'vic@together.example',
    name: 'Vic Thorne',
    role: 'moderator',
    sites: ['together-gazette'],
  },
  // Her sessions are ended by a test: nobody else is signed in as she.
  { email: 'pam@session.example', name: 'Pam Stone', role: 'moderator', sites: ['harbour-post'] },
] as const;
