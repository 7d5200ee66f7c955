import { Hono } from 'hono';
import { type Deps, type Env, makeDeps } from './deps.ts';
import { acts } from './http/acts.ts';
import type { AppEnv } from './http/app-env.ts';
import { problemsAsPages } from './http/as-page.ts';
import { bulks } from './http/bulks.ts';
import { card } from './http/card.ts';
import { clusters } from './http/clusters.ts';
import { cors } from './http/cors.ts';
import { deskFiles } from './http/desk-files.ts';
import { ownOriginOnly, signedInOnly } from './http/desk-guard.ts';
import { deskLive } from './http/desk-live.ts';
import { deskMarks } from './http/desk-marks.ts';
import { docs } from './http/docs.ts';
import { health } from './http/health.ts';
import { live } from './http/live.ts';
import { moderator } from './http/moderator.ts';
import { onError } from './http/on-error.ts';
import { onNotFound } from './http/on-not-found.ts';
import { passkeys } from './http/passkeys.ts';
import { people } from './http/people.ts';
import { reader } from './http/reader.ts';
import { secondFactor } from './http/second-factor.ts';
import { securityHeaders } from './http/security-headers.ts';
import { account, signIn } from './http/sign-in.ts';
import { staff } from './http/staff.ts';
import { threadMoves } from './http/thread-moves.ts';
import { threadPage } from './http/thread-page.ts';
import { threadPagePost } from './http/thread-page-post.ts';
import { threads } from './http/threads.ts';

/** The route map. `depsOf` is given by tests that want another clock or a broken database. */
export function createApp(depsOf: (env: Env) => Deps = oncePerIsolate()): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.use(securityHeaders, problemsAsPages);
  app.use(async (c, next) => {
    c.set('deps', depsOf(c.env));
    await next();
  });

  // The desk first, so that its paths never meet the open rules of the readers' ones.
  app.use('/api/v1/desk/*', ownOriginOnly);
  app.route('/api/v1/desk', signIn);
  app.use('/api/v1/desk/*', signedInOnly);
  for (const part of [account, secondFactor, passkeys, people]) app.route('/api/v1/desk', part);
  app.route('/api/v1/desk', moderator);
  app.route('/api/v1/desk', deskLive);
  app.route('/api/v1/desk', clusters);
  app.route('/api/v1/desk', threads);
  app.route('/api/v1/desk', threadMoves);
  app.route('/api/v1/desk', bulks);
  app.route('/api/v1/desk', card);
  app.route('/api/v1/desk', staff);
  app.route('/api/v1/desk', deskMarks);

  app.use('/api/v1/*', cors);
  app.route('/api/v1', reader);
  app.route('/api/v1', live);
  app.route('/api/v1', acts);

  app.route('/t', threadPage);
  app.route('/t', threadPagePost);
  app.route('/', deskFiles);
  app.route('/', docs);
  app.route('/', health);

  app.notFound(onNotFound(app));
  app.onError(onError);
  return app;
}

function oncePerIsolate(): (env: Env) => Deps {
  let made: Deps | undefined;
  return (env) => {
    made ??= makeDeps(env);
    return made;
  };
}
