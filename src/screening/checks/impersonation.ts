import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';
import { nameKeys } from '../name-keys.ts';

/**
 * Who speaks for a paper, in the languages of the form. One such word in a name is enough; Arabic
 * only with the article, since bare ones are family names.
 */
const OFFICES =
  'moderator moderators moderation admin admins administrator administrators editor editors editorial newsroom ' +
  'moderatorin moderatoren redaktion redakteur redakteurin chefredakteur chefredakteurin chefredaktion administratorin ' +
  'modérateur modératrice modération rédaction rédacteur rédactrice administrateur administratrice ' +
  'moderador moderadora moderación redacción redactor redactora editora administrador administradora ' +
  'المشرف المشرفة المحرر المحررة التحرير الإدارة';
/** Held only as the whole name, or beside the site's own. */
const WHOLE =
  'staff team official support webmaster system administration mod offiziell équipe officiel equipo oficial ' +
  'مشرف مشرفة محرر محررة إدارة';

const offices = new Set(OFFICES.split(' ').flatMap(nameKeys));
const whole = new Set(WHOLE.split(' ').flatMap(nameKeys));

// Names of moderators and sites come again with every comment: each is made ready once.
const known = new Map<string, string[]>();
const KEPT = 1000;

function keysOf(name: string): string[] {
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = nameKeys(name);
  if (known.size >= KEPT) known.clear();
  known.set(name, made);
  return made;
}

export const impersonation: Check = { name: 'impersonation', run: checkImpersonation };

/** Everybody who posts is a guest, so nobody here is who bears the name by right. */
function checkImpersonation(submission: Submission): CheckResult | null {
  const { text, site, protectedNames } = submission;
  const keys = new Set(nameKeys(text.name));
  const taken = protectedNames.find(({ name }) => keysOf(name).some((key) => keys.has(key)));
  if (taken !== undefined) {
    return hold(text.name, `The name passes for “${taken.name}”, a ${taken.holder} of this site.`);
  }
  if (isSite(keys, site.name)) return hold(text.name, 'The name passes for that of the site.');
  const office = findOffice(keys, text.name);
  if (office === null) return null;
  return hold(office, 'The name claims to speak for the site.');
}

function isSite(keys: ReadonlySet<string>, siteName: string): boolean {
  return keysOf(siteName).some((site) =>
    [...keys].some(
      (key) => key === site || (key.startsWith(site) && whole.has(key.slice(site.length))),
    ),
  );
}

/** The piece of the name that claims it. */
function findOffice(keys: ReadonlySet<string>, name: string): string | null {
  if ([...keys].some((key) => offices.has(key) || whole.has(key))) return name;
  const words = name.split(/[^\p{L}\p{M}\p{N}\p{Cf}@$]+/u);
  const found = words.find((word) => nameKeys(word).some((key) => offices.has(key)));
  return found ?? null;
}

function hold(name: string, message: string): CheckResult {
  return { verdict: 'hold', score: 0.8, message, matches: [{ field: 'name', text: name }] };
}
