import { ownWords } from '../../../src/domain/body.ts';
import { parseBody } from '../../../src/domain/parse-body.ts';
import { findAbuse } from '../../../src/screening/abuse/find-abuse.ts';
import { readingsOfText } from '../../../src/screening/readings.ts';
import { type AbuseSet, abusiveSets, peacefulSets } from '../abuse-sets.ts';
import { type Figure, percent, type Run } from '../figures.ts';

const MOST_HELD = 0.005;

/**
 * The lexicon of abuse on comments that people called toxic, and on what newsrooms published. Its
 * words were written from general knowledge and its rules chosen with these sets in sight: only
 * another folder's figures are of sets never seen.
 */
export function abuse({ folder, progress }: Run): Figure[] {
  const look = (set: AbuseSet) => {
    progress(`abuse: ${set.name}`);
    return { ...set, reasons: set.texts.flatMap(reasonFor) };
  };
  const peaceful = peacefulSets(folder).map((set) => ({ ...look(set), blog: set.blog }));
  const groups = Map.groupBy(peaceful, (set) => (set.blog ? 'blogs' : `news ${set.language}`));
  const held = [...groups].map(([name, sets]) => heldIn(name, sets));
  const caught = abusiveSets(folder)
    .map(look)
    .map(
      ({ name, language, texts, reasons }): Figure => ({
        protocol: 'Abuse',
        figure: `recall, ${name} (${language})`,
        value: percent(reasons.length / texts.length),
        note: `${reasons.length}/${texts.length}: ${counted(reasons)}`,
      }),
    );
  return [...held, ...caught, ...cost(peaceful)];
}

type Looked = AbuseSet & { reasons: string[] };

function heldIn(name: string, sets: readonly Looked[]): Figure {
  const sum = (count: (set: Looked) => number) => sets.reduce((all, set) => all + count(set), 0);
  const share = sum(({ reasons }) => reasons.length) / sum(({ texts }) => texts.length);
  return {
    protocol: 'Abuse',
    figure: `ham held, ${name}`,
    value: percent(share),
    bar: `≤ ${MOST_HELD * 100} %`,
    met: share <= MOST_HELD,
    note: sets.map((set) => `${set.name} ${set.reasons.length}/${set.texts.length}`).join(', '),
  };
}

function reasonFor(text: string): string[] {
  const found = findAbuse(readingsOfText(ownWords(parseBody(text))));
  return found === null ? [] : [found.reason];
}

function counted(reasons: readonly string[]): string {
  const groups = Map.groupBy(reasons, (reason) => reason);
  return [...groups].map(([reason, all]) => `${reason} ${all.length}`).join(', ');
}

/** Without folding, which the word lists do as well. Plain JavaScript in node. */
function cost(sets: readonly AbuseSet[]): Figure[] {
  const readings = sets.flatMap(({ texts }) => texts.slice(0, 1000).map(readingsOfText));
  const times = readings.map((reading) => {
    const begin = performance.now();
    findAbuse(reading);
    return performance.now() - begin;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(3)} ms`;
  return [
    { protocol: 'Abuse', figure: 'cost a comment, median', value: at(0.5) },
    { protocol: 'Abuse', figure: 'cost a comment, p95', value: at(0.95) },
  ];
}
