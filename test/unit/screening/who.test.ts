import { describe, expect, test } from 'vitest';
import type { FloodMode } from '../../../src/domain/flood-mode.ts';
import { DEFAULT_SCREENING, type ScreeningSettings } from '../../../src/domain/site.ts';
import type { Submission } from '../../../src/domain/submission.ts';
import type { Check } from '../../../src/screening/check.ts';
import { CHECKS } from '../../../src/screening/checks/index.ts';
import { nameKeys } from '../../../src/screening/name-keys.ts';
import { aSubmission, NOW } from '../../support/builders.ts';

type Rule = [rule: string, submission: Submission, verdict: 'hold' | 'spam' | null];

function check(name: string): Check {
  const found = CHECKS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no check ${name}`);
  return found;
}

const verdictOf = (name: string, submission: Submission) =>
  check(name).run(submission)?.verdict ?? null;
const messageOf = (name: string, submission: Submission) => check(name).run(submission)?.message;
const site = (screening: Partial<ScreeningSettings>) => ({
  screening: { ...DEFAULT_SCREENING, ...screening },
});
const NOTHING = { published: 0, thrownOut: 0 };

describe('a newcomer', () => {
  const first = (newcomers: number, publishedBefore: number) =>
    aSubmission({ site: site({ newcomers }), publishedBefore });

  test.each<Rule>([
    ['is published where the site asks for nothing', first(0, 0), null],
    ['is held with the first comment', first(2, 0), 'hold'],
    ['is held until so many were published', first(2, 1), 'hold'],
    ['is no newcomer any more then', first(2, 2), null],
  ])('%s', (_, submission, verdict) => {
    expect(verdictOf('newcomer', submission)).toBe(verdict);
  });

  test.each([
    [
      first(1, 0),
      'This site reads an author’s first comment; none of this one’s are published yet.',
    ],
    [
      first(3, 1),
      'This site reads an author’s first 3 comments; 1 of this one’s is published yet.',
    ],
  ])('is told of in words (%#)', (submission, message) => {
    expect(messageOf('newcomer', submission)).toBe(message);
  });
});

describe('a history', () => {
  const author = (published: number, thrownOut: number) =>
    aSubmission({ history: { author: { published, thrownOut }, address: NOTHING } });
  const address = (published: number, thrownOut: number) =>
    aSubmission({ history: { author: NOTHING, address: { published, thrownOut } } });

  test.each<Rule>([
    ['that is empty says nothing', author(0, 0), null],
    ['of two thrown out says nothing yet', author(0, 2), null],
    ['of three thrown out of six holds', author(3, 3), 'hold'],
    ['of three thrown out of seven does not', author(4, 3), null],
    ['of four thrown out and nothing else holds', author(0, 4), 'hold'],
    ['of five thrown out of six goes to Spam', author(1, 5), 'spam'],
    ['of five thrown out of seven holds', author(2, 5), 'hold'],
    ['of many good comments outweighs five bad ones', author(25, 5), null],
    ['of an address holds later than an author’s', address(0, 4), null],
    ['of an address with five thrown out of six holds', address(1, 5), 'hold'],
    ['of an address never leads to Spam', address(0, 30), 'hold'],
  ])('%s', (_, submission, verdict) => {
    expect(verdictOf('history', submission)).toBe(verdict);
  });

  test('is told of in words', () => {
    expect(messageOf('history', author(1, 5))).toBe(
      'Of the last 6 decided comments from this author within 30 days, 5 were thrown out.',
    );
  });
});

describe('flood mode', () => {
  const flood: FloodMode = { of: 'site', by: 'rate', since: NOW, why: 'Much came.' };
  const guest = (published: number, thrownOut = 0) =>
    aSubmission({
      floodMode: flood,
      publishedBefore: published,
      history: { author: { published, thrownOut }, address: NOTHING },
    });

  test.each<Rule>([
    ['holds a guest whom nobody knows', guest(0), 'hold'],
    ['holds a guest with two published comments', guest(2), 'hold'],
    ['lets a guest pass with three', guest(3), null],
    ['holds a guest with three of whom one was thrown out', guest(3, 1), 'hold'],
    ['lets an edit pass', { ...guest(0), formTime: { kind: 'edit' } }, null],
    ['holds nobody in quiet times', aSubmission(), null],
  ])('%s', (_, submission, verdict) => {
    expect(verdictOf('flood-mode', submission)).toBe(verdict);
  });

  test('is told of in words', () => {
    expect(messageOf('flood-mode', guest(0))).toBe(
      'The site is in flood mode and does not know this author. Much came.',
    );
  });
});

describe('an e-mail', () => {
  const from = (email: string) => aSubmission({ text: { email } });

  test.each<Rule>([
    ['that is not given says nothing', from(''), null],
    ['at a common provider says nothing', from('ada@gmail.com'), null],
    ['at a disposable provider is held', from('ada@mailinator.com'), 'hold'],
    ['is held whatever its case', from('Ada@MailInator.COM'), 'hold'],
    ['below a disposable provider is held', from('ada@x.y.yopmail.com'), 'hold'],
    ['whose domain only ends alike says nothing', from('ada@notyopmail.com'), null],
    ['whose provider only begins alike says nothing', from('ada@yopmail.com.example'), null],
    ['named after a disposable provider says nothing', from('yopmail.com@paper.example'), null],
  ])('%s', (_, submission, verdict) => {
    expect(verdictOf('disposable-email', submission)).toBe(verdict);
  });
});

describe('a name', () => {
  const by = (name: string) =>
    aSubmission({
      text: { name },
      site: { name: 'Daily Planet' },
      protectedNames: [
        { name: 'Ada Moreau', holder: 'moderator' },
        { name: 'Alice', holder: 'moderator' },
        { name: 'Cora', holder: 'moderator' },
        { name: 'Игорь Жуков', holder: 'moderator' },
      ],
    });

  test.each([
    ['the same', 'Ada Moreau'],
    ['in another case', 'ADA moreau'],
    ['with accents', 'Ádà Moreäu'],
    ['without the blank', 'AdaMoreau'],
    ['with other signs between', '~Ada_Moreau~'],
    ['with invisible characters', 'A\u200bda Mo\u00adreau\u2060'],
    ['with letters spaced', 'A d a M o r e a u'],
    ['in Cyrillic letters among Latin ones', 'Аdа Моrеаu'],
    ['in full-width letters', 'Ａｄａ Ｍｏｒｅａｕ'],
    ['in leet', 'Ada M0r3au'],
    ['with a capital i for an l', 'AIice'],
    ['with a one for an l', 'A1ice'],
    ['of Cyrillic look-alikes alone', 'Сога'],
    ['with a palochka for an l', 'Аӏісе'],
    ['with two letters for one', 'Ada rnoreau'],
    ['in its own alphabet', 'игорь жуков'],
  ])('of a moderator is held, %s', (_, name) => {
    expect(check('impersonation').run(by(name))).toMatchObject({
      verdict: 'hold',
      message: expect.stringMatching(/^The name passes for “.+”, a moderator of this site\.$/),
      matches: [{ field: 'name', text: name }],
    });
  });

  test.each(['Daily Planet', 'DailyPlanet', 'Daily Planet Team', 'Daily Planet Staff'])(
    'of the site is held: %s',
    (name) => {
      expect(messageOf('impersonation', by(name))).toBe('The name passes for that of the site.');
    },
  );

  test.each([
    'Admin',
    'Аdmin',
    '4dm1n',
    'A.d.m.i.n',
    'The Editor',
    'Moderator Mike',
    'Redaktion',
    'Chefredakteurin',
    'La rédaction',
    'Moderateur',
    'Moderación',
    'Administradora',
    'المحرر',
    'فريق التحرير',
    'مشرف',
    'Staff',
  ])('that claims to speak for the site is held: %s', (name) => {
    expect(messageOf('impersonation', by(name))).toBe('The name claims to speak for the site.');
  });

  test.each([
    'Ada',
    'Ada M.',
    'Moreau',
    'Ada Moreau-Smith',
    'Alicia',
    'Planet Fan',
    'Daily Reader',
    'Edith Orr',
    'Admiral Benson',
    'Anna Modersohn',
    'Teamster',
    'برويز مشرف',
    'Жуков',
    'Ian',
    '',
    '!!!',
  ])('of anybody else is left alone: %s', (name) => {
    expect(verdictOf('impersonation', by(name))).toBeNull();
  });

  test('that has no letters is nobody’s', () => {
    expect(nameKeys('!!! …')).toEqual([]);
  });
});
