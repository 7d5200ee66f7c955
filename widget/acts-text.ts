import { type ActsText, enActs } from './text/en-acts.ts';
import type { View } from './view.ts';

export function actsText({ text }: View): ActsText {
  return text.acts ?? enActs;
}
