import type { Check } from '../check.ts';

/**
 * Well-known services that give anybody an address for some minutes. A list of our own, short on
 * purpose: forwarding services that keep an address as long as its owner wants are not on it, and a
 * site can add a domain to its suspect words.
 */
const DISPOSABLE: ReadonlySet<string> = new Set([
  '10minutemail.com',
  '10minutemail.net',
  '20minutemail.com',
  'burnermail.io',
  'byom.de',
  'discard.email',
  'discardmail.com',
  'discardmail.de',
  'dispostable.com',
  'dropmail.me',
  'emailondeck.com',
  'fakeinbox.com',
  'fakemail.net',
  'getairmail.com',
  'getnada.com',
  'grr.la',
  'guerrillamail.biz',
  'guerrillamail.com',
  'guerrillamail.de',
  'guerrillamail.info',
  'guerrillamail.net',
  'guerrillamail.org',
  'guerrillamailblock.com',
  'harakirimail.com',
  'inboxkitten.com',
  'jetable.org',
  'mail-temp.com',
  'mailcatch.com',
  'maildrop.cc',
  'mailexpire.com',
  'mailinator.com',
  'mailinator.net',
  'mailnesia.com',
  'mailnull.com',
  'mailsac.com',
  'mintemail.com',
  'minuteinbox.com',
  'moakt.com',
  'mohmal.com',
  'mytemp.email',
  'mytrashmail.com',
  'nada.email',
  'pokemail.net',
  'sharklasers.com',
  'spam4.me',
  'spambog.com',
  'spamgourmet.com',
  'temp-mail.io',
  'temp-mail.org',
  'tempail.com',
  'tempinbox.com',
  'tempmail.com',
  'tempmail.net',
  'tempmailo.com',
  'tempr.email',
  'throwawaymail.com',
  'trash-mail.com',
  'trash-mail.de',
  'trashmail.com',
  'trashmail.de',
  'trashmail.net',
  'trbvm.com',
  'wegwerfmail.de',
  'wegwerfmail.net',
  'yopmail.com',
  'yopmail.fr',
  'yopmail.net',
]);

export const disposableEmail: Check = {
  name: 'disposable-email',
  timeless: true,
  run: ({ text: { email } }) => {
    const domain = email.slice(email.lastIndexOf('@') + 1);
    if (!isDisposable(domain.toLowerCase().replace(/\.$/, ''))) return null;
    return {
      verdict: 'hold',
      score: 0.5,
      message: `The e-mail address is at ${domain}, which gives addresses away for some minutes.`,
      matches: [{ field: 'email', text: domain }],
    };
  },
};

/** Also any host below one of them. */
function isDisposable(domain: string): boolean {
  const labels = domain.split('.');
  return labels.some((_, i) => DISPOSABLE.has(labels.slice(i).join('.')));
}
