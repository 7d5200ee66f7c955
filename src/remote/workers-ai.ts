import * as z from 'zod';
import type { SecondLook } from '../domain/second-stage.ts';
import type { Opinion } from './opinion.ts';

/** The `AI` binding, as far as it is used here. */
export type WorkersAi = {
  run(model: string, input: object, options: { signal: AbortSignal }): Promise<unknown>;
};

/** Judges safety, not spam: hate, threats, crime, what is sexual. Eight languages. */
const MODEL = '@cf/meta/llama-guard-3-8b';

/** The hazards that Llama Guard 3 numbers; from its model card. */
const HAZARDS: Record<string, string> = {
  S1: 'violent crimes',
  S2: 'other crimes',
  S3: 'sex crimes',
  S4: 'child sexual exploitation',
  S5: 'defamation',
  S6: 'specialised advice',
  S7: 'privacy',
  S8: 'indiscriminate weapons',
  S9: 'intellectual property',
  S10: 'hate',
  S11: 'suicide and self-harm',
  S12: 'sexual content',
  S13: 'elections',
  S14: 'abuse of code',
};

const Judged = z.object({ safe: z.boolean(), categories: z.array(z.string()).default([]) });
const Answer = z.object({ response: z.union([Judged, z.string()]) });

/**
 * Asks Llama Guard on Workers AI. It is told the comment and its author's name, nothing else.
 * Throws where no answer comes, or none that can be read.
 */
export async function askWorkersAi(
  ai: WorkersAi,
  { look, signal }: { look: SecondLook; signal: AbortSignal },
): Promise<Opinion> {
  const content = `${look.text.name}:\n${look.text.body}`;
  const input = {
    messages: [{ role: 'user', content }],
    max_tokens: 64,
    temperature: 0,
    response_format: { type: 'json_object' },
  };
  const { response } = Answer.parse(await ai.run(MODEL, input, { signal }));
  const { safe, categories } = typeof response === 'string' ? readWords(response) : response;
  if (safe) {
    return { verdict: 'publish', score: 0, message: 'Workers AI finds nothing wrong with it.' };
  }
  const named = categories.map((category) => HAZARDS[category] ?? category.slice(0, 20)).join(', ');
  return {
    verdict: 'hold',
    score: 0.8,
    message: `Workers AI calls it unsafe${named === '' ? '' : `: ${named}`}.`,
  };
}

/** Without JSON the model answers `safe`, or `unsafe` and a line of categories. */
function readWords(response: string): z.infer<typeof Judged> {
  const text = response.trim();
  if (text.startsWith('{')) return Judged.parse(JSON.parse(text));
  const words = /^(safe|unsafe)(?:\s+(S\d[\dS,\s]*))?$/.exec(text);
  if (words === null) throw new Error('an answer that is none');
  const categories = words[2]?.split(/[,\s]+/).filter((word) => word !== '') ?? [];
  return { safe: words[1] === 'safe', categories };
}
