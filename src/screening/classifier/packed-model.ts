import type { Weights } from '../../domain/site-model.ts';

/** A model as text: non-zero weights as bytes -127..127 of `step`, each with its distance to the one before. */
export type PackedModel = { bits: number; bias: number; step: number; bytes: string };

/** Rounds to bytes; weights nearer to 0 than half a step go. Lossy: see `step`. */
export function pack(model: Weights, step: number): PackedModel {
  const bytes: number[] = [];
  let last = -1;
  for (const [index, weight] of model.weights.entries()) {
    const rounded = Math.max(-127, Math.min(127, Math.round((weight * model.step) / step)));
    if (rounded === 0) continue;
    let gap = index - last - 1;
    for (; gap > 127; gap >>>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap, rounded & 255);
    last = index;
  }
  return {
    bits: model.bits,
    bias: Math.round(model.bias / step) * step,
    step,
    bytes: btoa(binary(bytes)),
  };
}

export function unpack(packed: PackedModel): Weights {
  const weights = new Int8Array(1 << packed.bits);
  const bytes = atob(packed.bytes);
  let index = -1;
  for (let i = 0; i < bytes.length; ) {
    let gap = 0;
    let shift = 0;
    let byte = bytes.charCodeAt(i++);
    for (; byte > 127; byte = bytes.charCodeAt(i++), shift += 7) gap |= (byte & 127) << shift;
    index += 1 + (gap | (byte << shift));
    const value = bytes.charCodeAt(i++);
    weights[index] = value; // 128..255 wrap to negative numbers
  }
  return { bits: packed.bits, bias: packed.bias, step: packed.step, weights };
}

function binary(bytes: number[]): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
