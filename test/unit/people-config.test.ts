import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

const SECRET = 'a-secret-that-is-long-enough-for-this';
const ACCESS_AUDIENCE = '0'.repeat(64);

describe('the configuration of the desk’s people', () => {
  test('has neither Cloudflare Access nor mail until somebody sets them up', () => {
    expect(readConfig({ SECRET })).toMatchObject({ access: null, mailFrom: null });
  });

  test('takes a team and its application', () => {
    const given = { SECRET, ACCESS_TEAM_DOMAIN: 'paper.cloudflareaccess.com', ACCESS_AUDIENCE };
    expect(readConfig(given).access).toEqual({
      team: 'https://paper.cloudflareaccess.com',
      audience: ACCESS_AUDIENCE,
    });
  });

  test('lets nobody in by Access while half of it is set', () => {
    expect(readConfig({ SECRET, ACCESS_AUDIENCE }).access).toBeNull();
    expect(
      readConfig({ SECRET, ACCESS_TEAM_DOMAIN: 'paper.cloudflareaccess.com' }).access,
    ).toBeNull();
  });

  test.each([
    [
      { ACCESS_AUDIENCE, ACCESS_TEAM_DOMAIN: 'https://paper.cloudflareaccess.com' },
      /ACCESS_TEAM_DOMAIN is "https/,
    ],
    [
      { ACCESS_AUDIENCE, ACCESS_TEAM_DOMAIN: 'evil.example/.cloudflareaccess.com' },
      /ACCESS_TEAM_DOMAIN is "evil/,
    ],
    [
      { ACCESS_TEAM_DOMAIN: 'paper.cloudflareaccess.com', ACCESS_AUDIENCE: 'x' },
      /ACCESS_AUDIENCE is not right/,
    ],
    [{ MAIL_FROM: 'The desk <desk@paper.example>' }, /MAIL_FROM is "The desk/],
  ])('refuses %o and names the variable', (given, message) => {
    expect(() => readConfig({ SECRET, ...given })).toThrow(message);
  });
});
