import type { Weights } from '../../domain/site-model.ts';
import type { Features } from './bag.ts';

/** One decided comment: what it looked like, what it was, and what was already believed of it. */
export type Example = { features: Features; spam: boolean; prior: number };

/** `trust` is the factor for an example's prior: how far what was believed before holds here. */
export type Trained = { model: Weights; trust: number };

export type Training = { bits: number; rounds: number; rate: number; decay: number };

/** All that changes while training; sums of squared gradients give each weight its own pace. */
type Progress = {
  weights: Float32Array;
  squares: Float32Array;
  bias: number;
  biasSquares: number;
  trust: number;
  trustSquares: number;
};

/**
 * Logistic regression with a learning rate of its own per weight (AdaGrad), in the order given.
 * Only IEEE operations, Math.exp and Math.sqrt: same examples, same order, same weights.
 */
export function train(examples: readonly Example[], training: Training): Trained {
  const progress = start(training.bits);
  for (let round = 0; round < training.rounds; round++) {
    for (const example of examples) {
      const z =
        progress.trust * example.prior + progress.bias + dot(progress.weights, example.features);
      const error = (example.spam ? 1 : 0) - 1 / (1 + Math.exp(-z));
      // What is already judged with certainty would cost most of the time and change nothing.
      if (Math.abs(error) > 0.01) correct(progress, { error, example, training });
    }
  }
  const { weights, bias, trust } = progress;
  return { model: { bits: training.bits, bias, step: 1, weights }, trust };
}

function start(bits: number): Progress {
  const size = 1 << bits;
  const squares = new Float32Array(size).fill(0.01);
  return {
    weights: new Float32Array(size),
    squares,
    bias: 0,
    biasSquares: 1,
    trust: 1,
    trustSquares: 1,
  };
}

type Correction = { error: number; example: Example; training: Training };

function correct(progress: Progress, { error, example, training }: Correction): void {
  progress.biasSquares += error * error;
  progress.bias += (0.3 * training.rate * error) / Math.sqrt(progress.biasSquares);
  const slope = error * example.prior;
  progress.trustSquares += slope * slope;
  const trust = progress.trust + (0.3 * training.rate * slope) / Math.sqrt(progress.trustSquares);
  progress.trust = Math.max(0, Math.min(1.5, trust));
  const { hashes, values } = example.features;
  const { weights, squares } = progress;
  const mask = weights.length - 1;
  for (let i = 0; i < hashes.length; i++) {
    const at = (hashes[i] ?? 0) & mask;
    const weight = weights[at] ?? 0;
    const gradient = error * (values[i] ?? 0) - training.decay * weight;
    const sum = (squares[at] ?? 0) + gradient * gradient;
    squares[at] = sum;
    weights[at] = weight + (training.rate * gradient) / Math.sqrt(sum);
  }
}

/** The raw score: above 0 leans to spam. Sums of logarithms of odds, without unit. */
export function margin(model: Weights, features: Features): number {
  return model.bias + model.step * dot(model.weights, features);
}

function dot(weights: Float32Array | Int8Array, { hashes, values }: Features): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (let i = 0; i < hashes.length; i++) {
    sum += (weights[(hashes[i] ?? 0) & mask] ?? 0) * (values[i] ?? 0);
  }
  return sum;
}
