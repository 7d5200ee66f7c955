import { path } from '../store.ts';
import '../styles/threads.css';
import { threadIn } from '../thread-address.ts';
import { ThreadList } from './thread-list.tsx';
import { ThreadPanel } from './thread-panel.tsx';

/** Whole threads: the list of them, or one with its rules, its address and its log. */
export function ThreadScreen() {
  const id = threadIn(path.value);
  return (
    <main class="middle threads">
      {id === null ? <ThreadList /> : <ThreadPanel key={id} id={id} />}
    </main>
  );
}
