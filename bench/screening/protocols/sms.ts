import { sms } from '../data-sets.ts';
import { accuracy, type Figure, heldShare, type Run } from '../figures.ts';
import { shuffled } from '../seeded.ts';
import { baseFor, judge, type Opined, sample, teach } from '../teach.ts';

/** Ten folds, threshold from the training folds' own honest messages, base model without SMS. */
export function smsProtocol({ folder, progress }: Run): Figure[] {
  const samples = shuffled(sms(folder), 1).map(sample);
  if (samples.length === 0) return [{ protocol: 'SMS', figure: 'set', value: 'not there' }];
  const base = baseFor(folder, ['sms']);
  const judged: Opined[] = [];
  for (let fold = 0; fold < 10; fold++) {
    progress(`SMS, fold ${fold + 1} of 10`);
    const site = teach(
      samples.filter((_, i) => i % 10 !== fold),
      base,
    );
    judged.push(
      ...judge(
        samples.filter((_, i) => i % 10 === fold),
        { base, site },
      ),
    );
  }
  const [right, flagged] = [accuracy(judged), heldShare(judged)];
  return [
    {
      protocol: 'SMS',
      figure: '10-fold accuracy',
      value: `${(right * 100).toFixed(2)} %`,
      bar: '≥ 99.1 %',
      met: right >= 0.991,
      note: `at the threshold that the site takes from its honest messages`,
    },
    {
      protocol: 'SMS',
      figure: 'ham flagged',
      value: `${(flagged * 100).toFixed(3)} %`,
      bar: '≤ 0.1 %',
      met: flagged <= 0.001,
    },
  ];
}
