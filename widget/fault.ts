import type { ThreadPage } from '../src/contract/thread.ts';
import type { Answer } from './ask.ts';
import type { Place } from './view.ts';

/**
 * What the publisher has to set right before this page can have comments, in words for the
 * console: readers only see that there are none.
 */
export function faultOf({ api, site }: Place, answer: Answer<ThreadPage>): string {
  const { origin } = location;
  if (answer.ok) {
    const wanted = [...answer.value.form.origins, origin].join(',');
    return `Belowline: the setting "origins" of the site "${site}" lacks ${origin}. Allow it: npm run site -- set ${site} --origins ${wanted}`;
  }
  const { status, code, message } = answer.failure;
  if (code === 'unknown-site') {
    return `Belowline: ${api} has no site "${site}". Check data-site, or add it: npm run site -- add ${site} --name "…" --origins ${origin}`;
  }
  return `Belowline: ${message} (${code || status})`;
}
