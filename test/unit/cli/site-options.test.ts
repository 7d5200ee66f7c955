import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../cli/screening-options.ts';
import {
  newSite,
  parseSiteKey,
  parseSiteSettings,
  type SiteValues,
} from '../../../cli/site-options.ts';
import { DEFAULT_SCREENING, type ScreeningSettings } from '../../../src/domain/site.ts';
import { refusalOf } from './refusal.ts';

const now = new Date('2026-11-01T08:00:00Z');
const refused = (values: SiteValues) => refusalOf(() => parseSiteSettings(values));

describe('a site’s key', () => {
  it.each(['a', '7', 'daily-planet', 'a'.repeat(63)])('may be %s', (key) => {
    expect(parseSiteKey(key)).toBe(key);
  });

  it.each(['', '-a', 'Daily', 'a b', 'ä', 'a_b', 'a'.repeat(64), '../x'])(
    'may not be “%s”, and the refusal names it',
    (key) => {
      expect(refusalOf(() => parseSiteKey(key))).toContain(`"${key}"`);
    },
  );

  it('is asked for where it is missing', () => {
    expect(refusalOf(() => parseSiteKey(undefined))).toMatch(/^Which site\?/);
  });
});

describe('a site’s settings', () => {
  it('are read as they are stored: days, milliseconds, lists', () => {
    const values = {
      name: ' Daily Planet ',
      mode: 'auto',
      email: 'required',
      website: 'off',
      'close-after': '30',
      'edit-window': '5',
      'max-length': '2000',
      'max-links': '0',
      banned: 'casino bonus, viagra,,casino bonus',
      suspect: '',
    };
    expect(parseSiteSettings(values)).toEqual({
      name: 'Daily Planet',
      mode: 'auto',
      email: 'required',
      website: 'off',
      closeAfterDays: 30,
      editWindowMs: 300_000,
      maxLength: 2000,
      maxLinks: 0,
      banned: ['casino bonus', 'viagra'],
      suspect: [],
    });
  });

  it('of proofs and of the second stage are read, each by itself', () => {
    expect(parseSiteSettings({ proof: 'flood' })).toEqual({ screening: { proof: 'flood' } });
    const values = { 'proof-by': 'turnstile', 'proof-cost': '50000', 'second-stage': 'akismet' };
    expect(parseSiteSettings(values)).toEqual({
      screening: { proofBy: 'turnstile', proofCost: 50_000, secondStage: 'akismet' },
    });
    expect(refused({ proof: 'maybe' })).toContain('off, flood or always');
    expect(refused({ 'proof-by': 'me' })).toContain('altcha or turnstile');
    expect(refused({ 'proof-cost': '10' })).toContain('from 1000');
    expect(refused({ 'second-stage': 'on' })).toContain('off, akismet or workers-ai');
  });

  it('that need something of the Worker say what', () => {
    const needs = (change: Partial<ScreeningSettings>) =>
      needsOf({ ...DEFAULT_SCREENING, ...change }).join();
    expect(needs({})).toBe('');
    expect(needs({ proof: 'always' })).toBe('');
    expect(needs({ proofBy: 'turnstile' })).toBe('');
    expect(needs({ proof: 'flood', proofBy: 'turnstile' })).toContain('TURNSTILE_SECRET');
    expect(needs({ secondStage: 'akismet' })).toContain('AKISMET_KEY');
    expect(needs({ secondStage: 'workers-ai' })).toContain('wrangler.toml');
  });

  it('say whether abuse is held and whether its author is told the words before', () => {
    expect(parseSiteSettings({ abuse: 'off', nudge: 'off' })).toEqual({
      screening: { abuse: 'off', nudge: 'off' },
    });
  });

  it('name what the desk offers for a rejection, at most nine, or nothing', () => {
    expect(parseSiteSettings({ 'reject-reasons': ' Insult, Off topic,Insult' })).toEqual({
      screening: { rejectReasons: ['Insult', 'Off topic'] },
    });
    expect(parseSiteSettings({ 'reject-reasons': '' })).toEqual({
      screening: { rejectReasons: [] },
    });
    expect(refused({ 'reject-reasons': '1,2,3,4,5,6,7,8,9,10' })).toContain('0 to 9 reasons');
    expect(refused({ 'reject-reasons': 'x'.repeat(61) })).toContain('longer than 60');
    expect(refused({ 'report-reasons': '' })).toContain('1 to 12 reasons');
  });

  it('that are not given stay out of it, so that `set` leaves them alone', () => {
    expect(parseSiteSettings({ mode: 'pre' })).toEqual({ mode: 'pre' });
  });

  it('can leave threads open for ever', () => {
    expect(parseSiteSettings({ 'close-after': 'never' })).toEqual({ closeAfterDays: null });
  });

  it.each([
    ['mode', 'sometimes', 'pre, auto or post'],
    ['email', 'yes', 'off, optional or required'],
    ['website', '', 'off, optional or required'],
    ['close-after', '0', 'from 1 to 36500, or never'],
    ['close-after', '1.5', 'whole number of days'],
    ['close-after', '-3', 'whole number of days'],
    ['edit-window', '10081', 'from 0 to 10080'],
    ['edit-window', '5m', 'whole number of minutes'],
    ['max-length', '0', 'from 1 to 50000'],
    ['max-length', '1e3', 'whole number of characters'],
    ['max-links', '101', 'from 0 to 100'],
    ['name', '  ', '1 to 100 characters'],
    ['abuse', 'ban', 'hold or off'],
    ['nudge', 'maybe', 'on or off'],
  ] as const)('refuse --%s "%s" and say what is allowed', (option, value, allowed) => {
    const sentence = refused({ [option]: value });
    expect(sentence).toContain(`--${option} "${value}"`);
    expect(sentence).toContain(allowed);
  });

  it('refuse a word that is no word', () => {
    expect(refused({ banned: `fine,${'x'.repeat(101)}` })).toContain('longer than 100');
  });
});

describe('a new site', () => {
  const settings = { name: 'Daily Planet', origins: ['https://www.example.com'] };

  it('shows nothing that nobody has read, where no mode is given', () => {
    const site = newSite('daily-planet', { settings, now });
    expect(site).toMatchObject({ ...settings, key: 'daily-planet', mode: 'pre', createdAt: now });
  });

  it('needs a name and origins', () => {
    const { name, origins } = settings;
    expect(refusalOf(() => newSite('a', { settings: { origins }, now }))).toContain('--name');
    expect(refusalOf(() => newSite('a', { settings: { name }, now }))).toContain('--origins');
  });
});

describe('how a site screens', () => {
  it.each([
    [{ newcomers: '2' }, { newcomers: 2 }],
    [{ 'flood-mode': 'on' }, { floodMode: 'on' }],
    [{ strictness: 'lenient' }, { strictness: -1 }],
    [{ strictness: 'strict' }, { strictness: 1 }],
    [{ strictness: '-0.25' }, { strictness: -0.25 }],
    [{ 'spam-beyond': '4.5' }, { spamBeyond: 4.5 }],
    [{ presence: 'number' }, { presence: 'number' }],
  ])('is read: %o', (values, screening) => {
    expect(parseSiteSettings(values)).toEqual({ screening });
  });

  it.each([
    ['newcomers', '101', 'from 0 to 100'],
    ['flood-mode', 'yes', 'auto, on or off'],
    ['strictness', 'harsh', 'from -3 to 3, such as 1.5, or lenient, normal or strict'],
    ['strictness', '3.1', 'from -3 to 3'],
    ['strictness', '', 'from -3 to 3'],
    ['strictness', '1e0', 'from -3 to 3'],
    ['spam-beyond', '-1', 'from 0 to 20'],
    ['spam-beyond', '21', 'from 0 to 20'],
    ['presence', 'off', 'names or number'],
  ] as const)('refuses --%s "%s" and says what is allowed', (option, value, allowed) => {
    const sentence = refused({ [option]: value });
    expect(sentence).toContain(`--${option} "${value}"`);
    expect(sentence).toContain(allowed);
  });
});
