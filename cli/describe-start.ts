import { join } from 'node:path';
import { articles, pathOf } from '../demo/articles.ts';
import { papers } from '../demo/papers.ts';
import { demoModerators } from '../demo/seed.ts';
import { defaultState } from './database.ts';
import type { Ports } from './ports.ts';

/** What `npm start` prints once everything answers. */
export function describeStart(
  { ports, state }: { ports: Ports; state: string },
  signInToken: string | null,
): string {
  const worker = `http://localhost:${ports.worker}`;
  const demo = `http://127.0.0.1:${ports.demo}`;
  const stateOption = state === defaultState ? '' : ` --state ${state}`;
  const [first] = articles;
  const page = new URLSearchParams({
    site: first?.site ?? '',
    url: `${demo}${first === undefined ? '/' : pathOf(first)}`,
  });
  return `
Belowline is running.

  Newspapers   ${demo}/
${papers.map(({ key, name }) => listArticles({ key, name, demo })).join('\n')}

  Desk         ${signInToken === null ? `${worker}/desk` : `${worker}/desk/sign-in?token=${signInToken}`}
               ${signInToken === null ? 'No admin is left; add one with: npm run moderator -- add' : `This link signs you in once; a new one: npm run moderator -- link ${demoModerators[0].email}${stateOption}`}
  API          ${worker}/docs
               ${worker}/api/openapi.json
  No scripts   ${worker}/t?${page}
  Errors       ${join(state, 'wrangler.log')}

Ctrl-C ends it. What was posted is kept; start with -- --fresh to begin again.
`;
}

function listArticles({ key, name, demo }: { key: string; name: string; demo: string }): string {
  const own = articles.filter(({ site }) => site === key);
  const lines = own.map((article) => `               ${demo}${pathOf(article)}`);
  return [`    ${name}`, ...lines].join('\n');
}
