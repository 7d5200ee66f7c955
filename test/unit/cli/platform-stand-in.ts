import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * As much of Cloudflare's API as a deployment uses, kept in memory: one account, its D1 databases,
 * and one Worker with its secrets.
 */
export type PlatformStandIn = {
  baseUrl: string;
  /** What changed something, in order. */
  changes: string[];
  secrets: Map<string, string>;
  close: () => Promise<void>;
};

type Database = { uuid: string; name: string; version: string; applied: string[] };
type State = { databases: Database[]; isUploaded: boolean; secrets: Map<string, string> };
type Call = { method: string; path: string; body: string };
type Answer = { status: number; result: unknown; code?: number };

const ACCOUNT = { id: 'account', name: 'Account' };
const NOT_THERE: Answer = { status: 404, result: null, code: 10007 };
const ok = (result: unknown): Answer => ({ status: 200, result });

export function startPlatform(): Promise<PlatformStandIn> {
  const state: State = { databases: [], isUploaded: false, secrets: new Map() };
  const changes: string[] = [];
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    send(response, answer(state, { call, changes }));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      resolve({
        baseUrl: `http://127.0.0.1:${port}/client/v4`,
        changes,
        secrets: state.secrets,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
  const path = pathname.replace('/client/v4', '').replace(`/accounts/${ACCOUNT.id}`, '');
  return { method: request.method ?? 'GET', path, body: Buffer.concat(pieces).toString('latin1') };
}

function answer(state: State, { call, changes }: { call: Call; changes: string[] }): Answer {
  const { method, path } = call;
  if (path === '/user') return ok({ id: 'user', email: 'publisher@example.com' });
  if (path === '/user/tokens/verify') return ok({ id: 'token', status: 'active' });
  if (path === '/accounts') return ok([ACCOUNT]);
  if (path === '/memberships') return ok([{ id: 'member', account: ACCOUNT, roles: [] }]);
  if (path.startsWith('/d1/database')) return answerDatabase(state, { call, changes });
  if (path === '/workers/subdomain') return ok({ subdomain: 'publisher' });
  if (path.endsWith('/assets-upload-session')) return ok({ jwt: 'a.b.c', buckets: [] });
  if (method === 'PUT' && path === '/workers/scripts/belowline') {
    return upload(state, { call, changes });
  }
  // Once there is a Worker, a new version of it comes first and is then given all requests.
  if (method === 'POST' && path === '/workers/scripts/belowline/versions') {
    return upload(state, { call, changes });
  }
  return state.isUploaded ? answerWorker(state, call) : NOT_THERE;
}

function answerDatabase(
  { databases }: State,
  { call: { method, path, body }, changes }: { call: Call; changes: string[] },
): Answer {
  if (method === 'GET') return ok(databases);
  if (path === '/d1/database') {
    const { name } = JSON.parse(body);
    changes.push(`database ${name}`);
    databases.push({
      uuid: '11111111-2222-3333-4444-555555555555',
      name,
      version: '',
      applied: [],
    });
    return ok(databases.at(-1));
  }
  const { sql } = JSON.parse(body);
  const database = databases.find(({ uuid }) => path.includes(uuid));
  const inserted = /INSERT INTO "?d1_migrations"? \(name\)\s*values \('([^']+)'\)/i.exec(sql)?.[1];
  if (inserted !== undefined) {
    changes.push(`migration ${inserted}`);
    database?.applied.push(inserted);
  }
  const rows = (database?.applied ?? []).map((name, at) => ({ id: at + 1, name, applied_at: '' }));
  return ok([{ results: /^SELECT/i.test(sql) ? rows : [], success: true, meta: {} }]);
}

/** The form's first part is JSON: the bindings, and among them the secrets that come along. */
function upload(
  state: State,
  { call: { body }, changes }: { call: Call; changes: string[] },
): Answer {
  const metadata = /name="metadata"\r\n\r\n(.*?)\r\n--/s.exec(body)?.[1] ?? '{}';
  const bindings: { name: string; type: string; text?: string; id?: string }[] =
    JSON.parse(metadata).bindings ?? [];
  state.isUploaded = true;
  const kinds = bindings.map(({ name, type, id = '' }) => `${name}:${type}${id && `:${id}`}`);
  changes.push(`worker ${kinds.toSorted().join(' ')}`);
  for (const { name, type, text } of bindings) {
    if (type === 'secret_text') state.secrets.set(name, text ?? '');
  }
  const resources = { script: { etag: 'etag', last_deployed_from: 'wrangler' } };
  return ok({ id: 'version', tag: 'tag', etag: 'etag', startup_time_ms: 3, resources });
}

function answerWorker({ secrets }: State, { path }: Call): Answer {
  if (path.endsWith('/secrets')) {
    return ok([...secrets.keys()].map((name) => ({ name, type: 'secret_text' })));
  }
  if (path.endsWith('/subdomain')) return ok({ enabled: true, previews_enabled: false });
  if (path.includes('/workers/services/')) {
    const script = { last_deployed_from: 'wrangler', tag: 'tag' };
    return ok({ default_environment: { environment: 'production', script } });
  }
  if (path.includes('/workers/workers/')) {
    return ok({ id: 'belowline', name: 'belowline', subdomain: { enabled: true } });
  }
  if (path.endsWith('/deployments')) return ok({ deployments: [] });
  if (path.endsWith('/settings')) return ok({ bindings: [] });
  return NOT_THERE;
}

function send(response: ServerResponse, { status, result, code }: Answer): void {
  const errors = code === undefined ? [] : [{ code, message: 'This Worker does not exist.' }];
  const count = Array.isArray(result) ? result.length : 1;
  const result_info = { page: 1, per_page: 100, count, total_count: count };
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(
    JSON.stringify({ success: status === 200, errors, messages: [], result, result_info }),
  );
}
