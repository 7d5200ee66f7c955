import { DEFAULT_SCREENING, type Site } from '../src/domain/site.ts';
import { papers } from './papers.ts';

const EDIT_MINUTES = 15;

/** The settings of the two newspapers: one shows each mode and each choice of fields. */
const settings = {
  'daily-planet': {
    mode: 'auto',
    email: 'optional',
    website: 'off',
    closeAfterDays: null,
    banned: ['casino bonus', 'viagra', 'vermin'],
    suspect: ['idiot', 'idiots', 'traitor', 'liar', 'Lügenpresse', 'Volltrottel'],
  },
  'harbour-post': {
    mode: 'pre',
    email: 'required',
    website: 'optional',
    closeAfterDays: 30,
    banned: ['casino bonus', 'viagra'],
    suspect: ['crook', 'crooks', 'bribe', 'bribed'],
  },
} as const;

/** The demo's sites as they are stored; `origins` are those that the newspapers are served from. */
export function demoSites(origins: string[], createdAt: Date): Site[] {
  return papers.map(({ key, name }) => {
    const { banned, suspect, ...rest } = settings[key];
    return {
      key,
      name,
      origins,
      ...rest,
      editWindowMs: EDIT_MINUTES * 60_000,
      maxLength: 3000,
      maxLinks: 2,
      banned: [...banned],
      suspect: [...suspect],
      screening: DEFAULT_SCREENING,
      createdAt,
    };
  });
}
