import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

/**
 * A session for somebody who has been recognised by other means than better-auth's: by a passkey, or
 * by the invitation that they have just taken up. It has no path, so no request can reach it.
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
    },
  };
}
