import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { articles, pathOf } from './articles.ts';
import { articlePage, type Edition, frontPage, notFoundPage, paperPage } from './pages.ts';
import { papers } from './papers.ts';

export type DemoServer = { close: () => Promise<void> };

/**
 * The strictest policy that a publisher is likely to have: no inline script or style, Trusted
 * Types required and no policy allowed. The Worker's origin is named only where it is needed.
 */
function contentSecurityPolicy({ workerOrigin }: Edition): string {
  return [
    "default-src 'none'",
    `script-src ${workerOrigin}`,
    `connect-src ${workerOrigin} ${workerOrigin.replace('http', 'ws')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Serves both newspapers on the loopback address until it is closed. */
export function serveDemo(port: number, edition: Edition): Promise<DemoServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', edition.ownOrigin);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(response, { status: 405, type: 'text/plain', text: 'Only GET.\n', edition });
    }
    if (pathname === '/paper.css') {
      const text = readFileSync(join(import.meta.dirname, 'paper.css'), 'utf8');
      return send(response, { status: 200, type: 'text/css', text, edition });
    }
    const page = pageAt(pathname, edition);
    const text = page ?? notFoundPage();
    send(response, { status: page === null ? 404 : 200, type: 'text/html', text, edition });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function pageAt(path: string, edition: Edition): string | null {
  if (path === '/') return frontPage(edition);
  const paper = papers.find(({ key }) => path === `/${key}/` || path === `/${key}`);
  if (paper !== undefined) return paperPage(paper, edition);
  const article = articles.find((candidate) => pathOf(candidate) === path);
  return article === undefined ? null : articlePage(article, edition);
}

type Answer = { status: number; type: string; text: string; edition: Edition };

function send(response: ServerResponse, { status, type, text, edition }: Answer): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy': contentSecurityPolicy(edition),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cache-Control': 'no-cache',
  });
  response.end(text);
}
