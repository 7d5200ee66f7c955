import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { deleteAll } from './delete-all.ts';

// Files share a database, one after the other; each begins with an empty one.
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
await deleteAll(env.DB);
