import type { ComponentType } from 'preact';
import type { QueueItem } from '../../src/contract/desk.ts';
import { opened, type Panel } from '../opened.ts';
import { OnUse } from './on-use.tsx';

type Shown = ComponentType<{ item: QueueItem }>;

const PANELS: Record<Panel, { name: string; load: () => Promise<Shown> }> = {
  edits: {
    name: 'Edits',
    load: async () => (await import('./edit-history.tsx')).EditHistory,
  },
  branch: {
    name: 'Around this comment',
    load: async () => (await import('./branch.tsx')).Branch,
  },
};

/** Below all of a card's buttons, so that opening it moves none of them. */
export function OpenPanel({ item }: { item: QueueItem }) {
  const panel = opened.value?.id === item.id ? opened.value.panel : null;
  if (panel === null) return null;
  const { name, load } = PANELS[panel];
  return (
    <section class="panel" aria-label={name}>
      <OnUse key={panel} what={name.toLowerCase()} load={load} props={{ item }} />
    </section>
  );
}
