import type { Field, Finding } from '../../domain/comment.ts';
import type { Submission } from '../../domain/submission.ts';
import { type Likeness, similar } from '../campaign.ts';
import type { Check, CheckResult } from '../check.ts';

/** So many alike leave no doubt; fewer are a question to a moderator. */
const CERTAIN = 3;

export const campaign: Check = { name: 'campaign', run: checkCampaign };

function checkCampaign({ trace, campaign: known, text }: Submission): CheckResult | null {
  // A place that published comments lead to as well is everybody's.
  const places = trace.places.filter((place) => !known.publishedPlaces.includes(place));
  const likenesses = known.thrownOut
    .map((earlier) => similar({ ...trace, places }, { ...earlier, keys: [] }))
    .filter(({ alike }) => alike);
  if (likenesses.length === 0) return null;
  const isCertain = likenesses.length >= CERTAIN;
  return {
    verdict: isCertain ? 'spam' : 'hold',
    score: isCertain ? 0.9 : 0.7,
    message: say(likenesses),
    matches: [...new Set(likenesses.map(({ place }) => place))].flatMap((place) =>
      place === undefined ? [] : findPlace(place, text),
    ),
  };
}

function say(likenesses: readonly Likeness[]): string {
  const count = likenesses.length;
  const times = count === 1 ? 'A comment' : `${count} comments`;
  const shared = Math.max(...likenesses.map(({ text }) => text));
  const place = likenesses.find((likeness) => likeness.place !== undefined)?.place;
  const wording = shared > 0 ? `shares ${Math.round(shared * 100)} % of its wording` : '';
  const leads = place === undefined ? '' : `leads to ${place} as well`;
  const how = [wording, leads].filter((part) => part !== '').join(' and ');
  return `${times} like this ${count === 1 ? 'was' : 'were'} thrown out before: it ${how}.`;
}

function findPlace(place: string, text: Record<Field, string>): Finding['matches'] {
  const fields: Field[] = ['body', 'website'];
  return fields.flatMap((field) => {
    const at = text[field].toLowerCase().indexOf(place);
    return at < 0 ? [] : [{ field, text: text[field].slice(at, at + place.length) }];
  });
}
