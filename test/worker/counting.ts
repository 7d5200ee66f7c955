import { env } from 'cloudflare:workers';

/** Counts what D1 says it has read and written, which is what the platform charges for. */
export function counting() {
  const total = { read: 0, written: 0 };
  const count = <T>(results: D1Result<T>[]) => {
    for (const { meta } of results) {
      total.read += meta.rows_read;
      total.written += meta.rows_written;
    }
    return results;
  };
  const batch: D1Database['batch'] = async (statements) => count(await env.DB.batch(statements));
  const DB = new Proxy(env.DB, {
    get: (target, name) => {
      if (name === 'batch') return batch;
      if (name === 'withSession') return () => ({ batch });
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { total, bindings: { ...env, DB } };
}
