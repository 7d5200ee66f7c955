import type { SecondLook } from '../domain/second-stage.ts';
import type { Site } from '../domain/site.ts';
import type { Opinion } from './opinion.ts';
import type { Outside } from './outside.ts';

const ADDRESS = 'https://rest.akismet.com/1.1/comment-check';
const LONGEST_HELP = 200;

/**
 * Akismet's `comment-check`, as documented under "Comment check": 200 with `true` for spam, `false`
 * for none, anything else for a question that it could not answer. Throws where no answer comes.
 */
export async function askAkismet(
  { fetch }: Pick<Outside, 'fetch'>,
  { key, look, signal }: { key: string; look: SecondLook; signal: AbortSignal },
): Promise<Opinion> {
  const response = await fetch(ADDRESS, {
    method: 'POST',
    headers: { 'user-agent': 'Belowline/0.1 | Akismet/1.1' },
    body: new URLSearchParams({ api_key: key, ...fieldsOf(look) }),
    signal,
  });
  const said = (await response.text()).trim();
  if (response.ok && said === 'false') {
    return { verdict: 'publish', score: 0, message: 'Akismet finds nothing wrong with it.' };
  }
  if (response.ok && said === 'true') {
    const isBlatant = response.headers.get('x-akismet-pro-tip') === 'discard';
    return isBlatant
      ? { verdict: 'spam', score: 1, message: 'Akismet calls it the worst kind of spam.' }
      : { verdict: 'spam', score: 0.9, message: 'Akismet calls it spam.' };
  }
  const help = response.headers.get('x-akismet-debug-help') ?? `status ${response.status}`;
  return {
    verdict: 'hold',
    score: 0.5,
    message: `Akismet could not judge it (${help.slice(0, LONGEST_HELP)}).`,
  };
}

/** All that Akismet is told. What is not there is left out. */
function fieldsOf(look: SecondLook): Record<string, string> {
  const { site, url, text, visit, source, isEdit } = look;
  const fields = {
    blog: homeOf(site),
    blog_charset: 'UTF-8',
    user_ip: visit.address,
    user_agent: visit.userAgent,
    referrer: visit.referrer,
    permalink: url,
    comment_type: look.parentId === null ? 'comment' : 'reply',
    comment_author: text.name,
    comment_author_email: text.email,
    comment_author_url: text.website,
    comment_content: source,
    recheck_reason: isEdit ? 'edit' : null,
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** Akismet knows a site by one address, so always the same: its first origin that is one. */
function homeOf({ origins }: Site): string {
  const [first = ''] = origins;
  const exact = origins.find((origin) => !origin.includes('*')) ?? first.replace('*.', '');
  return `${exact}/`;
}
