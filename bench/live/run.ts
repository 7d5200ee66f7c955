import { runCommand } from '../../cli/run-command.ts';
import { table } from '../../cli/table.ts';
import { startRuntime } from '../service/runtime.ts';
import { addSite, page, SITE } from '../service/seed.ts';

const help = `npm run bench:live -- [connections]

Holds so many live connections to one thread (5000 unless told otherwise), posts a comment, and
prints how long it took until each of them had heard. Starts the Worker as it is deployed in a workerd
of its own and leaves nothing behind. Needs as many open files: raise the limit with ulimit -n.
`;
const AT_ONCE = 100;
const ROUNDS = 3;
const PATIENCE_MS = 20_000;

await runCommand(async ([given = '5000']) => {
  if (given === '--help') {
    process.stdout.write(help);
    return;
  }
  const connections = Number(given);
  if (!Number.isInteger(connections) || connections < 1 || connections > 20_000) {
    throw new Error(`"${given}" is no number of connections from 1 to 20000.`);
  }
  say('Building and starting the Worker …');
  const { db, service, stop } = await startRuntime();
  const sockets: WebSocket[] = [];
  try {
    await addSite(db);
    const address = new URL(
      `/api/v1/live?${new URLSearchParams({ site: SITE, url: page(0) })}`,
      service,
    );
    address.protocol = 'ws';
    const began = performance.now();
    while (sockets.length < connections) {
      const some = Math.min(AT_ONCE, connections - sockets.length);
      sockets.push(...(await Promise.all(Array.from({ length: some }, () => open(address)))));
      if (sockets.length % 1000 === 0) say(`${sockets.length} connected`);
    }
    const opening = performance.now() - began;
    const rows: string[][] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const all = Promise.all(sockets.map(heard));
      const posted = performance.now();
      await post(service, round);
      const answered = performance.now() - posted;
      const times = (await all).map((at) => at - posted).sort((a, b) => a - b);
      rows.push([
        `comment ${round}`,
        `${times.length} of ${connections}`,
        `${answered.toFixed(0)} ms`,
        `${times[0]?.toFixed(0)} ms`,
        `${times[Math.floor(times.length / 2)]?.toFixed(0)} ms`,
        `${times.at(-1)?.toFixed(0)} ms`,
      ]);
    }
    process.stdout.write(
      `${connections} connections opened in ${(opening / 1000).toFixed(1)} s\n${table(['', 'HEARD BY', 'POST ANSWERED', 'FIRST', 'MEDIAN', 'LAST (2000 ms)'], rows)}`,
    );
  } finally {
    for (const socket of sockets) socket.close();
    await stop();
  }
});

function open(address: URL): Promise<WebSocket> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(address);
    socket.addEventListener('open', () => done(socket), { once: true });
    socket.addEventListener('error', () => fail(new Error('A connection was refused.')), {
      once: true,
    });
  });
}

/** When the next message came, by the same clock as everything here. */
function heard(socket: WebSocket): Promise<number> {
  return new Promise((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`Nothing was heard within ${PATIENCE_MS / 1000} s.`)),
      PATIENCE_MS,
    );
    socket.addEventListener(
      'message',
      () => {
        clearTimeout(timer);
        done(performance.now());
      },
      { once: true },
    );
  });
}

async function post(service: URL, round: number): Promise<void> {
  const answer = await fetch(new URL('/api/v1/comments', service), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cf-connecting-ip': `10.9.8.${round}` },
    body: JSON.stringify({
      site: SITE,
      url: page(0),
      name: `Reader ${round}`,
      body: `Word number ${round} for all who read this page now.`,
    }),
  });
  const { comment } = (await answer.json()) as { comment?: { status: string } };
  if (comment?.status !== 'published') throw new Error('The comment was not published.');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
