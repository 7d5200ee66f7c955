import { Hono } from 'hono';
import type * as wire from '../contract/clusters.ts';
import { ClusterQuery } from '../contract/clusters.ts';
import { type Cluster, readCluster } from '../domain/read-cluster.ts';
import type { AppEnv } from './app-env.ts';
import { problem } from './problem.ts';
import { readQuery } from './read-request.ts';

/** What hangs together with a comment. Everybody here is signed in (see desk-guard.ts). */
export const clusters = new Hono<AppEnv>();

clusters.get('/clusters/:id', async (c) => {
  const query = readQuery(c, { schema: ClusterQuery });
  if (!query.ok) return query.error;
  const { limit, cursor } = query.value;
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) return problem(c, 'bad-cursor');
  const { moderator } = c.var.signedIn;
  const before = cursor === undefined ? null : Number(cursor);
  const id = c.req.param('id');
  const cluster = await readCluster(c.var.deps.desk, { id, moderator, limit, before });
  if (cluster === null) return problem(c, 'unknown-comment');
  return c.json(presentCluster(id, cluster));
});

function presentCluster(commentId: string, cluster: Cluster): wire.ClusterPage {
  const { size, elsewhere, isCut, next } = cluster;
  return {
    commentId,
    // The comment itself may be older than the newest that were looked at.
    size: Math.max(1, size),
    elsewhere,
    isCut,
    members: cluster.members.map(presentMember),
    nextCursor: next === null ? null : String(next),
  };
}

function presentMember(member: Cluster['members'][number]): wire.ClusterMember {
  const { id, version, status, reviewed, site, thread, name, excerpt, createdAt, by } = member;
  const { text, places, author } = by;
  return {
    ...{ id, version, status, reviewed, site, thread, name, excerpt },
    createdAt: createdAt.toISOString(),
    by: { text, places, author },
  };
}
