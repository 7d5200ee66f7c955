import { hasPasskeys } from '../passkey.ts';
import { session } from '../store.ts';
import '../styles/people.css';
import { OneTimeCodes } from './one-time-codes.tsx';
import { Passkeys } from './passkeys.tsx';

/** What this moderator signs in with beside a link and a password. */
export function Factors() {
  const moderator = session.value?.moderator;
  if (moderator === undefined) return null;
  return (
    <>
      <OneTimeCodes hasPassword={moderator.hasPassword} isOn={moderator.secondFactor} />
      {hasPasskeys() && <Passkeys />}
    </>
  );
}
