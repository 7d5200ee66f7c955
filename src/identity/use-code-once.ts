import { createOTP } from '@better-auth/utils/otp';
import { createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';

/** Of an authenticator app. Seconds of one step, and how many steps its clock may be off. */
export const STEP_SECONDS = 30;
const STEPS_OFF = 1;
export const DIGITS = 6;

/** What is tried in the place of a code that may not be used: never a code. */
const NO_CODE = '';

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/**
 * Before the library looks at a code of an app: takes the step that it belongs to, in one statement
 * that only the first can win. What was used before, or never was a code, goes on as a wrong one, so
 * it counts as an attempt like any other.
 */
export const useCodeOnce = {
  matcher: ({ path }: { path?: string }) => path === '/two-factor/verify-totp',
  handler: createAuthMiddleware(async (context) => {
    const code = String(context.body?.code ?? '');
    if (await takeStep(context, code)) return;
    return { context: { body: { ...context.body, code: NO_CODE } } };
  }),
};

async function takeStep(context: Context, code: string): Promise<boolean> {
  const { adapter, secretConfig } = context.context;
  const userId = await whoseCode(context);
  if (userId === null) return false;
  const factor = await adapter.findOne<{ id: string; secret: string }>({
    model: 'twoFactor',
    where: [{ field: 'userId', value: userId }],
  });
  if (factor === null) return false;
  const secret = await symmetricDecrypt({ key: secretConfig, data: factor.secret });
  const step = await stepOf(code, secret);
  if (step === null) return false;
  const taken = await adapter.incrementOne({
    model: 'twoFactor',
    where: [
      { field: 'id', value: factor.id },
      { field: 'lastStep', operator: 'lt', value: step },
    ],
    increment: {},
    set: { lastStep: step },
  });
  return taken !== null;
}

/** The library's own way of finding out: who is signed in, else who has shown a first factor. */
async function whoseCode(context: Context): Promise<string | null> {
  const session = await getSessionFromCtx(context);
  if (session !== null) return session.user.id;
  const { name } = context.context.createAuthCookie('two_factor');
  const challenge = await context.getSignedCookie(name, context.context.secret);
  if (!challenge) return null;
  const found = await context.context.internalAdapter.findVerificationValue(challenge);
  return found?.value ?? null;
}

/** The step of time that a code is of; null where it is of none that counts now. */
async function stepOf(code: string, secret: string): Promise<number | null> {
  const now = Math.floor(Date.now() / (STEP_SECONDS * 1000));
  const app = createOTP(secret, { digits: DIGITS, period: STEP_SECONDS });
  for (let step = now - STEPS_OFF; step <= now + STEPS_OFF; step++) {
    if ((await app.hotp(step)) === code) return step;
  }
  return null;
}
