import * as z from 'zod';

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]+$/);

/** What the browser's own function takes as it is: WebAuthn's options as JSON. */
export const PasskeyOptions = z
  .strictObject({ options: z.record(z.string(), z.unknown()) })
  .meta({ id: 'PasskeyOptions' });

const transports = z.array(z.string().max(30)).max(10);
const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(30).nullish(),
  clientExtensionResults: z.record(z.string(), z.unknown()),
};

/** What the browser made of the options, as `toJSON()` writes it. */
export const NewPasskey = z
  .strictObject({
    name: z.string().trim().min(1, 'Give it a name.').max(60),
    credential: z.object({
      ...credential,
      response: z.object({
        clientDataJSON: base64url(4000),
        attestationObject: base64url(20000),
        transports: transports.optional(),
      }),
    }),
  })
  .meta({ id: 'NewPasskey' });

export const PasskeySignIn = z
  .strictObject({
    credential: z.object({
      ...credential,
      response: z.object({
        clientDataJSON: base64url(4000),
        authenticatorData: base64url(4000),
        signature: base64url(2000),
        userHandle: base64url(200).nullish(),
      }),
    }),
  })
  .meta({ id: 'PasskeySignIn' });

export const Passkey = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Passkey' });
export const Passkeys = z.strictObject({ passkeys: z.array(Passkey) }).meta({ id: 'Passkeys' });

export const RenamePasskey = z
  .strictObject({ name: z.string().trim().min(1, 'Give it a name.').max(60) })
  .meta({ id: 'RenamePasskey' });

export type Passkey = z.infer<typeof Passkey>;
export type Passkeys = z.infer<typeof Passkeys>;
export type NewPasskey = z.infer<typeof NewPasskey>;
export type PasskeySignIn = z.infer<typeof PasskeySignIn>;
