import { languageChoices } from '../language-names.ts';
import { NARROW_RULES, type NarrowName, withNarrow } from '../narrowing.ts';
import { goToView } from '../pages.ts';
import { dialog, view } from '../store.ts';
import { Modal } from './modal.tsx';

/** Names of checks are stable; one that is not here can still stand in the address. */
const CHECKS: Record<string, string> = {
  abuse: 'Insult or threat',
  campaign: 'Like what was thrown out',
  'disposable-email': 'Throw-away e-mail',
  'flood-mode': 'Flood mode',
  'form-time': 'Sent too quickly',
  history: 'The author’s history',
  honeypot: 'Trap for robots',
  impersonation: 'Somebody else’s name',
  learned: 'Learned spam',
  links: 'Many links',
  newcomer: 'Newcomer',
  proof: 'Proof of work',
  'site-mode': 'The site holds everything',
  'banned-words': 'Banned words',
  'suspect-words': 'Suspect words',
};

const close = () => {
  dialog.value = 'none';
};

/** All filters in one form; it changes nothing before its button is pressed. */
export function FilterDialog() {
  const { narrow } = view.value;
  const apply = (event: Event) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const given = new FormData(event.currentTarget);
    const change: Partial<Record<NarrowName, string>> = {};
    for (const { name } of NARROW_RULES) {
      const value = given.get(name);
      if (typeof value === 'string') change[name] = value.trim();
    }
    close();
    const { narrow: before, ...rest } = view.peek();
    goToView({ ...rest, narrow: withNarrow(before, change) });
  };
  return (
    <Modal name="Filter" onClose={close} toFill>
      <form class="form" onSubmit={apply}>
        <Text name="section" label="Section" hint="The beginning of the path: sport, sport/chess" />
        <Choice name="check" label="Reason" options={{ '': 'Any', ...CHECKS }} />
        <Text name="author" label="Author" hint="A part of the name or e-mail" />
        <Choice name="language" label="Language" options={{ '': 'Any', ...languageChoices() }} />
        <Choice
          name="links"
          label="Links"
          options={{ '': 'With or without', with: 'With a link', without: 'Without a link' }}
        />
        <Choice name="reported" label="Reports" options={{ '': 'Any', yes: 'Reported only' }} />
        <Text name="older" label="Older than" hint="30m, 2h, 3d or 1w" age />
        <Text name="newer" label="Newer than" hint="30m, 2h, 3d or 1w" age />
        {narrow?.thread !== undefined && (
          <p class="quiet">
            One article only; its filter is taken away in the line above the queue.
          </p>
        )}
        <button type="submit" class="main">
          Show
        </button>
      </form>
    </Modal>
  );
}

function Text(given: { name: NarrowName; label: string; hint: string; age?: true }) {
  const hint = `hint-${given.name}`;
  return (
    <div class="field">
      <label for={`filter-${given.name}`}>{given.label}</label>
      <input
        id={`filter-${given.name}`}
        name={given.name}
        value={view.value.narrow?.[given.name] ?? ''}
        maxLength={100}
        pattern={given.age ? '\\s*[1-9][0-9]{0,3}[mhdw]\\s*' : undefined}
        title={given.age ? given.hint : undefined}
        aria-describedby={hint}
        autocomplete="off"
      />
      <p class="quiet" id={hint}>
        {given.hint}
      </p>
    </div>
  );
}

function Choice(given: { name: NarrowName; label: string; options: Record<string, string> }) {
  const value = view.value.narrow?.[given.name] ?? '';
  const options = value in given.options ? given.options : { ...given.options, [value]: value };
  return (
    <div class="field">
      <label for={`filter-${given.name}`}>{given.label}</label>
      <select id={`filter-${given.name}`} name={given.name} value={value}>
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
