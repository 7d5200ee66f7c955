import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';

export type AccessSettings = {
  /** `https://example.cloudflareaccess.com` */
  team: string;
  /** The application's audience tag. */
  audience: string;
};

/** The keys of the team, fetched and kept by whoever gives this; `fresh` asks for them anew. */
export type AccessKeys = (ask: { fresh: boolean }) => Promise<JSONWebKeySet>;

/** The header that Cloudflare Access adds to what it lets through. */
export const ACCESS_HEADER = 'cf-access-jwt-assertion';

/**
 * The e-mail that Access vouches for; null for a token that is not Access's own, not for this
 * application, or too old.
 */
export async function readAccessToken(
  token: string,
  { settings, keys }: { settings: AccessSettings; keys: AccessKeys },
): Promise<string | null> {
  const verify = async (fresh: boolean) =>
    jwtVerify(token, createLocalJWKSet(await keys({ fresh })), {
      issuer: settings.team,
      audience: settings.audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat'],
    });
  try {
    const { payload } = await verify(false).catch((error) =>
      // The team's keys are replaced every few weeks.
      error instanceof errors.JWKSNoMatchingKey ? verify(true) : Promise.reject(error),
    );
    return typeof payload.email === 'string' ? payload.email.toLowerCase() : null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
