import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

/**
 * A session for somebody who has been recognised by other means than better-auth's: by a passkey, or
 * by the invitation that they have just taken up, with which it is stored. Neither has a path, so no
 * request can reach them.
 */
export function signInAsPlugin() {
  return {
    id: 'belowline-sign-in-as',
    endpoints: {
      signInAs: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (c) => {
          const { internalAdapter } = c.context;
          const user = await internalAdapter.findUserById(c.body.userId);
          const session = user && (await internalAdapter.createSession(user.id));
          if (!user || !session) return c.json({ signedIn: false });
          await setSessionCookie(c, { session, user });
          return c.json({ signedIn: true });
        },
      ),
      setCookieOf: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ token: z.string() }) },
        async (c) => {
          const { authCookies, secret, sessionConfig } = c.context;
          const { name, attributes } = authCookies.sessionToken;
          const maxAge = sessionConfig.expiresIn;
          await c.setSignedCookie(name, c.body.token, secret, { ...attributes, maxAge });
          return c.json({ signedIn: true });
        },
      ),
    },
  };
}
