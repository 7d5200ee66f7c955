import { packedBase } from './base-model.ts';
import type { Base } from './classify.ts';
import { type PackedModel, unpack } from './packed-model.ts';

/** The base model as it ships. */
export type PackedBase = PackedModel & { holdAbove: number };

/**
 * Of features and base model. Grows when either changes: a site's model trained on top of others is
 * not used, and is made anew with the site's next decision.
 */
export const MODEL_VERSION = 1;

let unpacked: Base | undefined;

/**
 * The model that every site starts with. Unpacked when it is first asked for, once an isolate: a
 * mebibyte of memory and a few milliseconds, which an isolate that only reads never spends.
 */
export function baseModel(): Base {
  unpacked ??= { weights: unpack(packedBase), holdAbove: packedBase.holdAbove };
  return unpacked;
}
