import type { Rights } from '../../src/contract/people.ts';
import { session } from '../store.ts';

type Given = {
  rights: Rights;
  onChange: (rights: Rights) => void;
  error?: string | undefined;
};

/** Everything, or something on each of some sites. */
export function RightsForm({ rights, onChange, error }: Given) {
  const setAdmin = (admin: boolean) => onChange({ admin, sites: [] });
  return (
    <fieldset class="rights">
      <legend>What they may do</legend>
      <label class="check">
        <input type="radio" name="admin" checked={rights.admin} onChange={() => setAdmin(true)} />
        Admin: every site, its rules, and people
      </label>
      <label class="check">
        <input type="radio" name="admin" checked={!rights.admin} onChange={() => setAdmin(false)} />
        Some sites
      </label>
      {!rights.admin && <SiteRoles rights={rights} onChange={onChange} />}
      {!rights.admin && (
        <p class="quiet">
          A moderator decides about comments; an editor also sets the site’s rules.
        </p>
      )}
      <p class="error" role="alert">
        {error}
      </p>
    </fieldset>
  );
}

/** An admin's own sites are all there are. */
function SiteRoles({ rights, onChange }: Given) {
  const sites = session.value?.sites ?? [];
  const choose = (key: string, value: string) => {
    const others = rights.sites.filter((site) => site.key !== key);
    const role = value === 'editor' ? 'editor' : 'moderator';
    onChange({ admin: false, sites: value === '' ? others : [...others, { key, role }] });
  };
  return (
    <ul class="site-roles">
      {sites.map(({ key, name }) => (
        <li key={key}>
          <label>
            <span>
              <bdi>{name}</bdi> <span class="quiet site-key">{key}</span>
            </span>
            <select
              value={rights.sites.find((site) => site.key === key)?.role ?? ''}
              onChange={(event) => choose(key, event.currentTarget.value)}
            >
              <option value="">Nothing</option>
              <option value="moderator">Moderator</option>
              <option value="editor">Editor</option>
            </select>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** "Admin", or "Daily Planet: editor, The Post: moderator". */
export function rightsWords(rights: Rights): string {
  if (rights.admin) return 'Admin';
  const names = new Map(session.peek()?.sites.map(({ key, name }) => [key, name]));
  const words = rights.sites.map(({ key, role }) => `${names.get(key) ?? key}: ${role}`);
  return words.length === 0 ? 'No site' : words.join(', ');
}
