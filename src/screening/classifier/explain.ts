import type { SiteModel, Weights } from '../../domain/site-model.ts';
import type { Kind, Label } from './bag.ts';
import type { Base } from './classify.ts';
import { labelledFeatures } from './features.ts';
import { VOICE } from './site-model.ts';
import type { Writing } from './writing.ts';

/** One thing that spoke for or against spam, in words and as the feature that it is. */
export type Reason = { text: string; weight: number; kind: Kind; feature: string };

const WORDING: Record<Kind, (text: string) => string> = {
  word: (text) =>
    text === '⇗' ? 'a link in the text' : text.startsWith('#') ? 'a number' : `the word “${text}”`,
  phrase: (text) => `the words “${text.replace('⇗', '(link)').replace(/#\d/g, '(number)')}”`,
  letters: (text) => `the letters “${text.trim()}”`,
  shape: (text) => `the look: ${text}`,
  link: (text) => `a link to ${text}`,
  linkPath: (text) => `a link with ${text}`,
  name: (text) => `“${text}” in the name`,
  nameLetters: (text) => `the letters “${text.trim()}” in the name`,
  nameShape: (text) => `the name: ${text}`,
  email: (text) => `an e-mail address at ${text}`,
  website: (text) => (text === 'given' ? 'a website is given' : `a website at ${text}`),
  websitePath: (text) => `a website with ${text}`,
  article: (text) => `against the article: ${text}`,
  hostLetters: (text) => `the letters “${text}” in an address`,
};

// Runs of letters overlap with each other and with words: alone they explain nothing to a person.
const UNSPEAKABLE: ReadonlySet<Kind> = new Set(['letters', 'nameLetters', 'hostLetters']);

/** What weighed most, heaviest first, in words for the moderator; base and site taken together. */
export function explain(
  writing: Writing,
  { base, site }: { base: Base; site?: SiteModel | undefined },
): Reason[] {
  const { features, labels } = labelledFeatures(writing);
  const voice = site ? site.trust * VOICE : 1;
  const reasons: Reason[] = [];
  for (const [i, hash] of features.hashes.entries()) {
    const label = labels.get(hash);
    if (!label || !isSpeakable(label)) continue;
    const unit = voice * weightOf(base.weights, hash) + (site ? weightOf(site.model, hash) : 0);
    const weight = unit * (features.values[i] ?? 0);
    if (Math.abs(weight) > 0.05) reasons.push(asReason(label, weight));
  }
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST);
}

const MOST = 8;

function asReason({ kind, text }: Label, weight: number): Reason {
  return { text: WORDING[kind](text), weight, kind, feature: text };
}

function isSpeakable({ kind, text }: Label): boolean {
  return !UNSPEAKABLE.has(kind) && text !== '';
}

function weightOf(model: Weights, hash: number): number {
  return (model.weights[hash & (model.weights.length - 1)] ?? 0) * model.step;
}
