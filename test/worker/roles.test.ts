import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/contract/routes.ts';
import {
  OWN,
  PAPER,
  putSite,
  type Send,
  type Service,
  signInModerator,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';
import { deskWorld, type World } from './desk-world.ts';

/**
 * Who may do what at the desk, as one table. A row: what each of five asks is answered, and how to
 * ask. `moderator` and `editor` are of the site `planet`, on which all that a row makes lies.
 */
type Who = 'nobody' | 'elsewhere' | 'moderator' | 'editor' | 'admin';
type Answers = Record<Who, number | string>;
type Row = Answers & {
  /** What stands for `{id}` or `{key}` in the path; a list where there are several. */
  at?: (world: World) => Promise<string | string[]> | string;
  query?: string;
  json?: (world: World) => Promise<unknown> | unknown;
  /** For routes whose status is not all they say: a word out of the answer, put behind it. */
  says?: (answer: string) => string | undefined;
};

const all = (answer: number): Answers => ({
  nobody: answer,
  elsewhere: answer,
  moderator: answer,
  editor: answer,
  admin: answer,
});
const signedIn = (answer: number): Answers => ({ ...all(answer), nobody: 401 });
const onSite = (answer: number): Answers => ({ ...signedIn(answer), elsewhere: 404 });
const admins = (answer: number): Answers => ({ ...signedIn(403), admin: answer });
const editors = (answer: number): Answers => ({ ...onSite(answer), moderator: 403 });

const DESK = '/api/v1/desk';
const FOREIGN = ['https://evil.example', `${OWN}.evil.example`, OWN.replace('https', 'http')];
const resultOf = (answer: string) => /"result":"([\w-]+)"/.exec(answer)?.[1];

const strange = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} };
const strangeKey = { ...strange, response: { clientDataJSON: 'e30', attestationObject: 'oA' } };
const strangeSignIn = {
  ...strange,
  response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' },
};

const saved = { title: 'Thanks', body: 'Thank you for writing.' };

/** A new desk route needs one line here. */
const TABLE: Record<string, Row> = {
  'post /sign-in/password': {
    ...all(401),
    json: () => ({ email: 'x@paper.example', password: 'none' }),
  },
  'post /sign-in/link': { ...all(401), json: () => ({ token: 'never-handed-out' }) },
  'post /sign-out': all(200),
  'get /session': signedIn(200),
  'post /password': { ...signedIn(200), json: () => ({ next: 'correct horse battery' }) },
  'get /sessions': signedIn(200),
  'delete /sessions/{id}': { ...signedIn(404), at: (world) => world.foreignSession() },
  'get /queue': { ...onSite(200), query: '?site=planet' },
  'get /clusters/{id}': { ...onSite(200), at: (world) => world.comment() },
  'post /decisions': {
    ...signedIn(200),
    elsewhere: '200 not-found',
    moderator: '200 done',
    editor: '200 done',
    admin: '200 done',
    json: async (world) => ({
      decisions: [{ commentId: await world.comment(), version: 1, to: 'published' }],
    }),
    says: resultOf,
  },
  'get /decisions': { ...onSite(200), query: '?site=planet' },
  'get /bulks': signedIn(200),
  'post /bulks': {
    ...onSite(201),
    json: () => ({ of: { kind: 'queue', queue: 'held', site: 'planet' }, to: 'rejected' }),
  },
  'get /bulks/{id}': { ...signedIn(404), at: (world) => world.foreignBulk() },
  'patch /bulks/{id}': {
    ...signedIn(404),
    at: (world) => world.foreignBulk(),
    json: () => ({ state: 'deciding' }),
  },
  'delete /bulks/{id}': { ...signedIn(404), at: (world) => world.foreignBulk() },
  'post /bulks/{id}/steps': { ...signedIn(404), at: (world) => world.foreignBulk() },
  'get /threads': { ...onSite(200), query: '?site=planet' },
  'get /threads/{id}': { ...onSite(200), at: (world) => world.thread() },
  'patch /threads/{id}': {
    ...editors(200),
    at: (world) => world.thread(),
    json: () => ({ version: 1, announcement: 'The minister answers at noon.' }),
  },
  'delete /threads/{id}/acts/{act}': {
    ...editors(200),
    at: (world) => world.actOnThread(),
  },
  'post /threads/{id}/move/preview': {
    ...editors(200),
    at: (world) => world.thread(),
    json: () => ({ url: `${PAPER}/moved` }),
  },
  'post /threads/{id}/move': {
    ...editors(200),
    at: (world) => world.thread(),
    json: (world) => ({ url: world.freePage(), version: 1, expect: 'move' }),
  },
  'delete /decisions/{id}': { ...onSite(200), at: (world) => world.decision() },
  'post /sites/{key}/dry-run': {
    ...editors(200),
    at: () => 'planet',
    json: () => ({ maxLinks: 0 }),
  },
  'post /comments/{id}/replies': {
    ...onSite(201),
    at: (world) => world.published(),
    json: () => ({ body: 'Thank you.' }),
  },
  'delete /replies/{id}': { ...signedIn(404), at: (world) => world.published() },
  'get /sites/{key}/replies': { ...onSite(200), at: () => 'planet' },
  'post /sites/{key}/replies': { ...editors(201), at: () => 'planet', json: () => saved },
  'put /sites/{key}/replies/{id}': {
    ...editors(200),
    at: async (world) => ['planet', await world.savedReply()],
    json: () => saved,
  },
  'delete /sites/{key}/replies/{id}': {
    ...editors(200),
    at: async (world) => ['planet', await world.savedReply()],
  },
  'put /comments/{id}/featured': {
    ...onSite(200),
    at: (world) => world.published(),
    // A decision has published it.
    json: () => ({ version: 2 }),
  },
  'delete /comments/{id}/featured': { ...onSite(200), at: (world) => world.published() },
  'post /comments/{id}/notes': {
    ...onSite(201),
    at: (world) => world.comment(),
    json: () => ({ body: 'Seen before.' }),
  },
  'delete /notes/{id}': { ...signedIn(404), at: (world) => world.foreignNote() },
  // A WebSocket, for who asks for one.
  'get /live': signedIn(426),
  'get /comments': { ...signedIn(200), query: `?ids=${'0'.repeat(20)}` },
  'get /comments/{id}/history': { ...onSite(200), at: (world) => world.comment() },
  'get /comments/{id}/branch': { ...onSite(200), at: (world) => world.comment() },
  'get /comments/{id}/measures': { ...onSite(200), at: (world) => world.comment() },
  'post /comments/{id}/measures': {
    ...onSite(201),
    at: (world) => world.comment(),
    json: () => ({ kind: 'hold', days: 7 }),
  },
  'get /measures': { ...onSite(200), query: '?site=planet' },
  'delete /measures/{id}': { ...onSite(200), at: (world) => world.measure() },
  'post /sign-in/invitation': {
    ...all(401),
    json: () => ({ token: 'never-handed-out', name: 'X' }),
  },
  'post /sign-in/code': { ...all(401), json: () => ({ kind: 'app', code: '000000' }) },
  'post /sign-in/passkey/options': all(200),
  'post /sign-in/passkey': { ...all(401), json: () => ({ credential: strangeSignIn }) },
  'delete /sessions': signedIn(200),
  'post /second-factor': { ...signedIn(200), json: () => ({}) },
  'post /second-factor/confirm': { ...signedIn(401), json: () => ({ code: '000000' }) },
  'post /second-factor/off': { ...signedIn(200), json: () => ({}) },
  'get /passkeys': signedIn(200),
  'post /passkeys/options': signedIn(200),
  'post /passkeys': { ...signedIn(401), json: () => ({ name: 'X', credential: strangeKey }) },
  'patch /passkeys/{id}': {
    ...signedIn(404),
    at: (world) => world.foreignPasskey(),
    json: () => ({ name: 'X' }),
  },
  'delete /passkeys/{id}': { ...signedIn(404), at: (world) => world.foreignPasskey() },
  'get /people': admins(200),
  'patch /people/{id}': {
    ...admins(200),
    at: (world) => world.person(),
    json: () => ({ active: false }),
  },
  'delete /people/{id}/second-factor': { ...admins(200), at: (world) => world.person() },
  'get /invitations': admins(200),
  'post /invitations': {
    ...admins(201),
    json: () => ({ email: 'new@paper.example', rights: { admin: true, sites: [] } }),
  },
  'post /invitations/{id}/resend': { ...admins(200), at: (world) => world.invitation() },
  'delete /invitations/{id}': { ...admins(200), at: (world) => world.invitation() },
};

const routes = ROUTES.filter(({ path }) => path.startsWith(`${DESK}/`));
const nameOf = ({ method, path }: { method: string; path: string }) =>
  `${method} ${path.slice(DESK.length)}`;

let service: Service;
let world: World;
let headersOf: Record<Who, Record<string, string>>;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'pre' });
  await putSite({ key: 'other' });
  service = startService();
  const cookie = async (
    name: string,
    person: { role: 'moderator' | 'editor' | 'admin'; sites: string[] },
  ) => (await signInModerator(service, { name, ...person })).headers;
  headersOf = {
    nobody: { origin: OWN },
    elsewhere: await cookie('Elsa', { role: 'editor', sites: ['other'] }),
    moderator: await cookie('Mona', { role: 'moderator', sites: ['planet'] }),
    editor: await cookie('Edda', { role: 'editor', sites: ['planet'] }),
    admin: await cookie('Adam', { role: 'admin', sites: [] }),
  };
  world = deskWorld(service);
});

type Ask = { method: string; path: string; row: Row; headers: Record<string, string> };

async function ask({ method, path, row, headers }: Ask) {
  const names = [(await row.at?.(world)) ?? []].flat();
  const filled = path.replace(/\{\w+\}/g, () => names.shift() ?? '');
  const request: Send = { method: method.toUpperCase(), headers };
  if (row.json !== undefined) request.json = await row.json(world);
  return service.send(filled + (row.query ?? ''), request);
}

describe('the table of who may do what', () => {
  test('has a row for every route of the desk, and no other', () => {
    const asked = routes.map(nameOf);
    for (const name of asked) {
      const missing = `“${name}” has no row in the table of test/worker/roles.test.ts: say there who may do it.`;
      expect(Object.hasOwn(TABLE, name), missing).toBe(true);
    }
    expect(Object.keys(TABLE).filter((name) => !asked.includes(name))).toEqual([]);
  });
});

describe.each(
  routes.flatMap((route) => {
    const row = TABLE[nameOf(route)];
    return row === undefined ? [] : [{ name: nameOf(route), route, row }];
  }),
)('$name', ({ route, row }) => {
  const { method, path } = route;

  test('answers everybody as the table says', async () => {
    for (const who of ['nobody', 'elsewhere', 'moderator', 'editor', 'admin'] as const) {
      const { status, text } = await ask({ method, path, row, headers: headersOf[who] });
      const word = status < 400 ? row.says?.(text) : undefined;
      const got = word === undefined ? status : `${status} ${word}`;
      expect.soft(got, `${who}: ${text.slice(0, 300)}`).toBe(row[who]);
      if (status < 300) route.answer.parse(JSON.parse(text));
    }
  });

  if (method === 'get') return;
  test('is refused from every other origin, also to an admin', async () => {
    const { origin: _, ...cookie } = headersOf.admin;
    for (const origin of [undefined, 'null', ...FOREIGN]) {
      const headers = { ...cookie, ...(origin !== undefined && { origin }) };
      const { status, text } = await ask({ method, path, row, headers });
      expect
        .soft([origin, status, text])
        .toEqual([origin, 403, expect.stringContaining('/problems/foreign-origin')]);
    }
  });
});
