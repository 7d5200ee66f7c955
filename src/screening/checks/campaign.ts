import type { Field, Finding } from '../../domain/comment.ts';
import { ALIKE, type Likeness, similar, withoutCommon } from '../../domain/likeness.ts';
import type { Submission } from '../../domain/submission.ts';
import { LOOKED_AT } from '../../domain/trace.ts';
import type { Check, CheckResult } from '../check.ts';

/** So many of about the same wording leave no doubt; fewer are a question to a moderator. */
const CERTAIN = 3;
/** So many at other sites by the same author, or leading to the same place, are no accident. */
const NO_ACCIDENT = 2;

export const campaign: Check = { name: 'campaign', run: judgeCampaign };

type Found = Likeness & { elsewhere: boolean };

export function judgeCampaign(
  submission: Pick<Submission, 'trace' | 'campaign' | 'publishedBefore' | 'text'>,
): CheckResult | null {
  const { trace, campaign: known, text } = submission;
  // A place that published comments lead to as well is everybody's.
  const own = withoutCommon(trace, {
    places: known.publishedPlaces,
    author: submission.publishedBefore > 0,
  });
  const alike = known.thrownOut
    .map(({ tokens, elsewhere }) => ({ ...similar(own, tokens), elsewhere }))
    .filter((found) => found.alike);
  const found = signs(alike);
  const here = found.filter(({ elsewhere }) => !elsewhere);
  if (found.length === 0) return null;
  // Wording leaves no doubt; a place may be one where many have a page. Other sites only lend weight to
  // what this one has thrown out itself.
  const isCertain = here.some(isVariant) && found.filter(isVariant).length >= CERTAIN;
  return {
    verdict: isCertain ? 'spam' : 'hold',
    score: isCertain ? 0.9 : here.length > 0 ? 0.7 : 0.6,
    message: `${count(here.length, found.length - here.length)}: it ${how(found)}.`,
    matches: [...new Set(found.flatMap((one) => one.places))].flatMap((place) =>
      findPlace(place, text),
    ),
  };
}

/**
 * At its own site, who wrote it is the history check's business. Of another site's, one that has only
 * the author or a place in common may be an accident.
 */
function signs(found: Found[]): Found[] {
  const here = found.filter((one) => !one.elsewhere && (isVariant(one) || one.places.length > 0));
  const elsewhere = found.filter((one) => one.elsewhere);
  const isSign = elsewhere.some(isVariant) || elsewhere.length >= NO_ACCIDENT;
  return isSign ? [...here, ...elsewhere] : here;
}

function isVariant({ text }: Found): boolean {
  return text >= ALIKE;
}

/** Of another site it says no more than that there is one. */
function count(here: number, elsewhere: number): string {
  const most = elsewhere > 0 && here === 0 ? LOOKED_AT.textElsewhere : LOOKED_AT.text;
  const first = here || elsewhere;
  const least = first >= most ? 'At least ' : '';
  const times =
    first === 1 ? 'A comment like this was' : `${least}${first} comments like this were`;
  if (here === 0) return `${times} thrown out at another site`;
  return `${times} thrown out before${elsewhere > 0 ? `, and ${elsewhere} at another site` : ''}`;
}

function how(found: readonly Found[]): string {
  const shared = Math.max(...found.map(({ text }) => text));
  const place = found.find(({ places }) => places.length > 0)?.places[0];
  const parts = [
    shared >= ALIKE ? `shares ${Math.round(shared * 100)} % of its wording` : '',
    place === undefined ? '' : `leads to ${place} as well`,
    found.some(({ author }) => author) ? 'is by the same author' : '',
  ].filter((part) => part !== '');
  return parts.join(' and ');
}

function findPlace(place: string, text: Record<Field, string>): Finding['matches'] {
  const fields: Field[] = ['body', 'website'];
  return fields.flatMap((field) => {
    const at = text[field].toLowerCase().indexOf(place);
    return at < 0 ? [] : [{ field, text: text[field].slice(at, at + place.length) }];
  });
}
