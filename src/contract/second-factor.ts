import * as z from 'zod';

/** The second half of a sign-in that was answered `code-needed`. */
export const CodeSignIn = z
  .strictObject({
    kind: z.enum(['app', 'recovery']),
    code: z.string().trim().min(1).max(40),
  })
  .meta({ id: 'CodeSignIn' });

/** The present password, from who has one. */
export const AskFactor = z
  .strictObject({ password: z.string().max(200).optional() })
  .meta({ id: 'AskFactor' });

export const FactorSecret = z
  .strictObject({
    /** `otpauth:` address that an authenticator app reads. */
    uri: z.string(),
    /** Each signs in once without the app; never told again. */
    recoveryCodes: z.array(z.string()),
  })
  .meta({ id: 'FactorSecret' });

export const ConfirmFactor = z
  .strictObject({ code: z.string().trim().min(1).max(20) })
  .meta({ id: 'ConfirmFactor' });

export type CodeSignIn = z.infer<typeof CodeSignIn>;
export type FactorSecret = z.infer<typeof FactorSecret>;
