import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';

describe('the database of a test', () => {
  it('has every migration applied and begins empty', async () => {
    const { results } = await env.DB.prepare('SELECT name FROM d1_migrations').all();
    expect(results).toHaveLength(env.TEST_MIGRATIONS.length);
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM comments').first('n')).toBe(0);
  });

  it('stands beside a secret of the tests, whatever .dev.vars says', () => {
    expect(env.SECRET).toBe('a-secret-for-tests-of-the-worker-only');
  });

  it('is the one that the Worker reads', async () => {
    const response = await exports.default.fetch('https://comments.example/healthz');
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });
});
