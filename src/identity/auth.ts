import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import { secondFactorPlugin } from './second-factor-plugin.ts';
import { signInAsPlugin } from './sign-in-as.ts';

export type AuthSettings = {
  database: D1Database;
  secret: string;
  /** The service's own origin: cookies belong to it and nothing else may sign in through it. */
  origin: string;
};

const LINK_SECONDS = 60 * 60 * 24;
export const SESSION_SECONDS = 60 * 60 * 24 * 14;
/** Wrong passwords from one address before it has to wait. */
const ATTEMPTS = { window: 60, max: 8 };

/**
 * The desk's sign-in, by better-auth. Nobody signs up by themselves: `npm run moderator` adds
 * people. Links are handed to the person who asked for them, not mailed, so `onLink` catches them.
 */
export function makeAuth(settings: AuthSettings, onLink: (token: string) => void = () => {}) {
  return betterAuth({
    appName: 'Belowline',
    database: settings.database,
    secret: settings.secret,
    baseURL: settings.origin,
    basePath: '/api/v1/desk/auth',
    trustedOrigins: [settings.origin],
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'sign_in_attempts',
      customRules: { '/sign-in/email': ATTEMPTS },
    },
    user: {
      modelName: 'moderators',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        sites: { type: 'string', required: true, input: false },
        editorOf: { type: 'string', required: true, input: false },
        deactivatedAt: { type: 'string', required: false, input: false },
        lastSeenAt: { type: 'string', required: false, input: false },
      },
    },
    session: { modelName: 'sessions', expiresIn: SESSION_SECONDS },
    account: { modelName: 'accounts' },
    verification: { modelName: 'sign_in_links' },
    advanced: {
      useSecureCookies: true,
      cookiePrefix: 'belowline',
      defaultCookieAttributes: { httpOnly: true, secure: true, sameSite: 'strict', path: '/' },
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
    },
    databaseHooks: {
      session: {
        create: {
          // Whoever was deactivated gets no session, whatever they still hold. Where a moderator
          // signs in from is nobody's business here.
          before: async (session, context) => {
            const user = await context?.context.internalAdapter.findUserById(session.userId);
            const isOut = isDeactivated(user ?? {});
            return isOut ? false : { data: { ...session, ipAddress: null } };
          },
        },
      },
    },
    plugins: [
      secondFactorPlugin(),
      signInAsPlugin(),
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: 'hashed',
        disableSignUp: true,
        sendMagicLink: ({ token }) => onLink(token),
      }),
    ],
  });
}

/** The column is none of the fields that better-auth's own type knows. */
export function isDeactivated(user: object): boolean {
  return typeof Reflect.get(user, 'deactivatedAt') === 'string';
}

export type Auth = ReturnType<typeof makeAuth>;
