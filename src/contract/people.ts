import * as z from 'zod';

/** An admin has every site; everybody else is something on each of some. */
export const Rights = z
  .strictObject({
    admin: z.boolean(),
    sites: z
      .array(z.strictObject({ key: z.string().max(64), role: z.enum(['moderator', 'editor']) }))
      .max(1000)
      .refine((sites) => new Set(sites.map(({ key }) => key)).size === sites.length, {
        message: 'A site can stand here once.',
      }),
  })
  .meta({ id: 'Rights' });

export const Person = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    rights: Rights,
    /** Who is not active is signed out everywhere and cannot sign in. */
    active: z.boolean(),
    createdAt: z.iso.datetime(),
    /** To a few minutes; null for who never came. */
    lastSeenAt: z.iso.datetime().nullable(),
    secondFactor: z.boolean(),
    passkeys: z.int().min(0),
  })
  .meta({ id: 'Person' });

export const People = z.strictObject({ people: z.array(Person) }).meta({ id: 'People' });

export const ChangePerson = z
  .strictObject({ rights: Rights.optional(), active: z.boolean().optional() })
  .refine(({ rights, active }) => rights !== undefined || active !== undefined, {
    message: 'Give rights, active, or both.',
  })
  .meta({ id: 'ChangePerson' });

export const Invitation = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    rights: Rights,
    invitedBy: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    expired: z.boolean(),
  })
  .meta({ id: 'Invitation' });

export const Invitations = z
  .strictObject({
    invitations: z.array(Invitation),
    /** Whether this installation sends mail; else links are handed over. */
    mail: z.boolean(),
  })
  .meta({ id: 'Invitations' });

export const Invite = z
  .strictObject({ email: z.email('This is no e-mail address.').max(254), rights: Rights })
  .meta({ id: 'Invite' });

/** `link` is there where it could not be mailed, for the admin to hand over; it is never told again. */
export const Invited = z
  .strictObject({ invitation: Invitation, mailed: z.boolean(), link: z.url().nullable() })
  .meta({ id: 'Invited' });

export const AcceptInvitation = z
  .strictObject({
    token: z.string().min(1).max(200),
    /** What colleagues see in the log. */
    name: z.string().trim().min(1, 'Please enter your name.').max(100),
  })
  .meta({ id: 'AcceptInvitation' });

export type Rights = z.infer<typeof Rights>;
export type Person = z.infer<typeof Person>;
export type People = z.infer<typeof People>;
export type ChangePerson = z.infer<typeof ChangePerson>;
export type Invitation = z.infer<typeof Invitation>;
export type Invitations = z.infer<typeof Invitations>;
export type Invite = z.infer<typeof Invite>;
export type Invited = z.infer<typeof Invited>;
