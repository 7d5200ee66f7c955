import { twoFactor } from 'better-auth/plugins/two-factor';
import { DIGITS, STEP_SECONDS, useCodeOnce } from './use-code-once.ts';

/** Wrong codes in a row, over all sign-ins of a person, before nobody gets in for a while. */
const LOCKED_AFTER = 10;
const LOCKED_SECONDS = 15 * 60;
/** From the first factor to the second. */
const CHALLENGE_SECONDS = 10 * 60;

/** The library remembers no code that was used: see use-code-once.ts. */
const LAST_STEP = {
  type: 'number' as const,
  required: false,
  defaultValue: 0,
  input: false,
  returned: false,
};

/**
 * better-auth's one-time codes. It asks for one after a password; here a sign-in link is a first
 * factor as well, so its hook listens to links too. A passkey is both factors and is not asked.
 */
export function secondFactorPlugin() {
  const plugin = twoFactor({
    issuer: 'Belowline',
    // Those who only ever signed in by link have no password to be asked for.
    allowPasswordless: true,
    twoFactorTable: 'second_factors',
    twoFactorCookieMaxAge: CHALLENGE_SECONDS,
    totpOptions: { digits: DIGITS, period: STEP_SECONDS },
    backupCodeOptions: { amount: 10 },
    accountLockout: { maxFailedAttempts: LOCKED_AFTER, durationSeconds: LOCKED_SECONDS },
  });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) =>
      context.path === '/magic-link/verify' || hook.matcher(context),
  }));
  const twoFactorFields = { ...plugin.schema.twoFactor.fields, lastStep: LAST_STEP };
  const schema = {
    ...plugin.schema,
    twoFactor: { ...plugin.schema.twoFactor, fields: twoFactorFields },
  };
  return { ...plugin, schema, hooks: { before: [useCodeOnce], after } };
}
