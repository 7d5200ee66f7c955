import { type ActingText, enActing } from './text/en-acting.ts';
import type { View } from './view.ts';

export function actingText({ text }: View): ActingText {
  return text.acting ?? enActing;
}
