import type { DecidedStatus } from './status.ts';

/**
 * Whether a decision says that the comment is spam. Spam always does; a rejection does unless its
 * reason names something else, since an insult teaches a spam filter to hold heated readers.
 */
export function isAboutSpam(to: DecidedStatus, reason: string | null): boolean {
  if (to === 'spam') return true;
  const words = reason?.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length === 0 || words.some((word) => SPAM_REASONS.has(word));
}

// Sites name their reasons in their own language.
const SPAM_REASONS = new Set(
  'spam scam scams fraud phishing ad ads advert advertising advertisement promotion campaign bot bots flooding werbung reklame betrug publicité pub arnaque publicidad estafa propaganda publicidade golpe pubblicità truffa reclame oplichting reklama oszustwo реклама спам мошенничество 광고 스팸 사기 広告 スパム 詐欺 广告 垃圾 إعلان سبام'.split(
    ' ',
  ),
);
