import { createServer } from 'node:net';
import { CommandError } from './command-error.ts';

/** How many ports after the wanted one are tried. */
const TRIES = 50;

/** The wanted port, or the next one that nobody listens on and that is not in `taken`. */
export async function freePort(wanted: number, taken: number[] = []): Promise<number> {
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port += 1) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new CommandError(`Every port from ${wanted} to ${wanted + TRIES - 1} is taken.`);
}

/** `localhost` may mean either loopback address, so both must be free. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has nobody listening there either.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
