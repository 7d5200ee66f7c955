import type { FunctionComponent } from 'preact';
import type { QueueItem } from '../../src/contract/desk.ts';
import { opened, type Panel } from '../opened.ts';
import { later } from './later.tsx';

type Shown = FunctionComponent<{ item: QueueItem }>;

const PANELS: Record<Panel, { name: string; Shown: Shown }> = {
  edits: {
    name: 'Edits',
    Shown: later(async () => (await import('./edit-history.tsx')).EditHistory, { what: 'edits' }),
  },
  branch: {
    name: 'Around this comment',
    Shown: later(async () => (await import('./branch.tsx')).Branch, {
      what: 'what stands around this comment',
    }),
  },
};

/** Below all of a card's buttons, so that opening it moves none of them. */
export function OpenPanel({ item }: { item: QueueItem }) {
  const panel = opened.value?.id === item.id ? opened.value.panel : null;
  if (panel === null) return null;
  const { name, Shown } = PANELS[panel];
  return (
    <section class="panel" aria-label={name}>
      <Shown key={panel} item={item} />
    </section>
  );
}
