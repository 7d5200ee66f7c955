import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';

export type AuthSettings = {
  database: D1Database;
  secret: string;
  /** The service's own origin: cookies belong to it and nothing else may sign in through it. */
  origin: string;
};

const LINK_SECONDS = 60 * 60 * 24;
const SESSION_SECONDS = 60 * 60 * 24 * 14;
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
    // Where a moderator signs in from is nobody's business here.
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, ipAddress: null } }) },
      },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: 'hashed',
        disableSignUp: true,
        sendMagicLink: ({ token }) => onLink(token),
      }),
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
