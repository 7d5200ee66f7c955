/** One line of the table. `bar` is what the figure has to reach; `met` is undefined where none is set. */
export type Figure = {
  protocol: string;
  figure: string;
  value: string;
  bar?: string;
  met?: boolean;
  note?: string;
};

/** What a protocol was told: where the data is, and whom to tell how far it is. */
export type Run = { folder: string; progress: (text: string) => void };

export type Judged = { spam: boolean; held: boolean };

/** Matthews' correlation: 1 perfect, 0 guessing; fair where one kind is rare. */
export function mcc(judged: readonly Judged[]): number {
  const { caught, missed, falsely, left } = tally(judged);
  const product = (caught + falsely) * (caught + missed) * (left + falsely) * (left + missed);
  return product === 0 ? 0 : (caught * left - falsely * missed) / Math.sqrt(product);
}

export function accuracy(judged: readonly Judged[]): number {
  return judged.filter(({ spam, held }) => spam === held).length / judged.length;
}

/** Share of spam that was held. */
export function recall(judged: readonly Judged[]): number {
  const { caught, missed } = tally(judged);
  return caught + missed === 0 ? Number.NaN : caught / (caught + missed);
}

/** Share of honest comments that were held. */
export function heldShare(judged: readonly Judged[]): number {
  const { falsely, left } = tally(judged);
  return falsely + left === 0 ? Number.NaN : falsely / (falsely + left);
}

function tally(judged: readonly Judged[]) {
  const count = (spam: boolean, held: boolean) =>
    judged.filter((one) => one.spam === spam && one.held === held).length;
  return {
    caught: count(true, true),
    missed: count(true, false),
    falsely: count(false, true),
    left: count(false, false),
  };
}

export function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${(share * 100).toFixed(2)} %`;
}

/** The score that this share of honest ones lies above. */
export function quantile(scores: readonly number[], share: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length * share)] ?? Number.POSITIVE_INFINITY;
}
