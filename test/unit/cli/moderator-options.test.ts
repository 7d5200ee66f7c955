import { describe, expect, it } from 'vitest';
import { parseOriginOption } from '../../../cli/desk-origin.ts';
import { type ModeratorValues, parseNewModerator } from '../../../cli/moderator-options.ts';
import { refusalOf } from './refusal.ts';

const refused = (email: string | undefined, values: ModeratorValues) =>
  refusalOf(() => parseNewModerator(email, values));

describe('a new moderator', () => {
  it('is a moderator of the named sites, with the address in small letters', () => {
    const values = { name: ' Ada Moreau ', sites: 'daily-planet, harbour-post' };
    expect(parseNewModerator('Ada@Example.com', values)).toEqual({
      email: 'ada@example.com',
      name: 'Ada Moreau',
      role: 'moderator',
      sites: ['daily-planet', 'harbour-post'],
    });
  });

  it('has every site as an admin, and names none', () => {
    const admin = { name: 'Ada', role: 'admin' };
    expect(parseNewModerator('ada@example.com', admin).sites).toEqual([]);
    expect(refused('ada@example.com', { ...admin, sites: 'a' })).toContain('every site');
  });

  it.each([
    [undefined, { name: 'Ada', sites: 'a' }, 'Who?'],
    ['ada', { name: 'Ada', sites: 'a' }, '"ada"'],
    ['ada@example.com', { sites: 'a' }, '--name'],
    ['ada@example.com', { name: '', sites: 'a' }, '--name ""'],
    ['ada@example.com', { name: 'Ada', role: 'boss', sites: 'a' }, 'moderator, editor or admin'],
    ['ada@example.com', { name: 'Ada' }, '--sites'],
    ['ada@example.com', { name: 'Ada', sites: 'a,B' }, '"B"'],
  ])('is refused: %s %o', (email, values, named) => {
    expect(refused(email, values)).toContain(named);
  });
});

describe('the desk’s origin for a link', () => {
  it('is one origin', () => {
    expect(parseOriginOption('https://comments.example.com')).toBe('https://comments.example.com');
    expect(parseOriginOption(undefined)).toBeNull();
  });

  it.each(['https://*.example.com', 'https://a.example,https://b.example'])(
    'is never several: %s',
    (value) => {
      expect(refusalOf(() => parseOriginOption(value))).toContain(value);
    },
  );
});
