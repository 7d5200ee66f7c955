import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

// Every test file has a database of its own; this only applies what is not there yet.
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
