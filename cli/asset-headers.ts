import { PAGE_HEADERS } from '../src/http/page-headers.ts';

/** Pages of any origin load the widget, as a script and as modules. */
const FOR_EVERYBODY = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

const ONE_YEAR = 'public, max-age=31536000, immutable';

/** The desk's page as a bare file; the same as the Worker sets when it answers with it. */
const DESK_PAGE = { ...PAGE_HEADERS, 'Cache-Control': 'no-cache' };

/**
 * What a file is served with. The platform answers for files without running the Worker, so
 * their headers must be said here.
 */
const RULES: Record<string, Record<string, string>> = {
  '/embed.js': {
    'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
    ...FOR_EVERYBODY,
  },
  '/widget/*': { 'Cache-Control': ONE_YEAR, ...FOR_EVERYBODY },
  '/desk/index.html': DESK_PAGE,
  // Names of these carry a hash of their content.
  '/desk/assets/*': { 'Cache-Control': ONE_YEAR, 'X-Content-Type-Options': 'nosniff' },
};

/** The `_headers` file of Workers static assets. */
export function assetHeaders(): string {
  const blocks = Object.entries(RULES).map(([path, headers]) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}
