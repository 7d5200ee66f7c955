import { path } from '../store.ts';

export const PEOPLE = '/desk/people';

/** To the screen of the desk's people. The address and the back button follow. */
export function PeopleLink() {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    history.pushState(null, '', PEOPLE);
    path.value = PEOPLE;
  };
  return (
    <a class="side-link" href={PEOPLE} onClick={open}>
      People
    </a>
  );
}
