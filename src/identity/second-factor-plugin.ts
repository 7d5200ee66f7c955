import { twoFactor } from 'better-auth/plugins/two-factor';

/** Wrong codes in a row, over all sign-ins of a person, before nobody gets in for a while. */
const LOCKED_AFTER = 10;
const LOCKED_SECONDS = 15 * 60;
/** From the first factor to the second. */
const CHALLENGE_SECONDS = 10 * 60;

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
    totpOptions: { digits: 6, period: 30 },
    backupCodeOptions: { amount: 10 },
    accountLockout: { maxFailedAttempts: LOCKED_AFTER, durationSeconds: LOCKED_SECONDS },
  });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) =>
      context.path === '/magic-link/verify' || hook.matcher(context),
  }));
  return { ...plugin, hooks: { after } };
}
