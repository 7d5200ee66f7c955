/** What the Worker is given by the platform; `wrangler types` writes the bindings' types. */
export type Config = {
  secret: string;
  /** null where it is not set up: sites that ask for it have their comments held. */
  turnstile: { siteKey: string; secret: string } | null;
  akismetKey: string | null;
  /** null where Cloudflare Access does not stand in front of the desk. */
  access: { team: string; audience: string } | null;
  /** Who mail comes from; null where none is sent. */
  mailFrom: string | null;
  /** Where the desk’s translate link leads, with `{text}` in it; null without such a link. */
  translateUrl: string | null;
};

export type Variables = {
  SECRET?: string;
  TURNSTILE_SITE_KEY?: string;
  TURNSTILE_SECRET?: string;
  AKISMET_KEY?: string;
  ACCESS_TEAM_DOMAIN?: string;
  ACCESS_AUDIENCE?: string;
  MAIL_FROM?: string;
  TRANSLATE_URL?: string;
};

const SHORTEST_SECRET = 32;

/** Reads the environment once and fails loudly, naming the variable that is wrong. */
export function readConfig(env: Variables): Config {
  const secret = env.SECRET ?? '';
  if (secret.length >= SHORTEST_SECRET) return { secret, ...readOptional(env) };
  const problem = secret === '' ? 'is missing' : `has ${secret.length} characters`;
  throw new Error(
    `SECRET ${problem}; it must have at least ${SHORTEST_SECRET}. Set it with \`npx wrangler secret put SECRET\`, or in .dev.vars for a local run.`,
  );
}

/**
 * No failure here: the two of Turnstile are set one after the other, and the service must not stop
 * between them. Where a site asks for what is not there, every finding says so.
 */
function readOptional(env: Variables): Omit<Config, 'secret'> {
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET: secret, AKISMET_KEY: akismetKey } = env;
  return {
    turnstile: siteKey && secret ? { siteKey, secret } : null,
    akismetKey: akismetKey || null,
    translateUrl: readTranslateUrl(env.TRANSLATE_URL ?? ''),
    access: readAccess(env),
    mailFrom: readMailFrom(env),
  };
}

/**
 * With one of the two alone nobody is let in by Access: they are set one after the other, and the
 * service must not stop between them. The keys come from the team's domain, so it must be one of
 * Cloudflare's own.
 */
function readAccess(env: Variables): Config['access'] {
  const { ACCESS_TEAM_DOMAIN: domain = '', ACCESS_AUDIENCE: audience = '' } = env;
  if (domain !== '' && !/^[a-z0-9-]+\.cloudflareaccess\.com$/.test(domain)) {
    throw new Error(
      `ACCESS_TEAM_DOMAIN is "${domain}"; it must be your team's domain, for example example.cloudflareaccess.com.`,
    );
  }
  if (audience !== '' && !/^[0-9a-f]{64}$/.test(audience)) {
    throw new Error(
      'ACCESS_AUDIENCE is not right; it must be the Application Audience (AUD) Tag, 64 hexadecimal digits.',
    );
  }
  return domain === '' || audience === '' ? null : { team: `https://${domain}`, audience };
}

function readMailFrom({ MAIL_FROM: from = '' }: Variables): string | null {
  if (from === '') return null;
  if (/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(from)) return from;
  throw new Error(`MAIL_FROM is "${from}"; it must be a bare e-mail address.`);
}

/** A wrong one costs the desk a link and readers nothing, so it is said in the log and left out. */
function readTranslateUrl(given: string): string | null {
  if (given === '') return null;
  const isUsable = /^https?:\/\//.test(given) && given.includes('{text}') && URL.canParse(given);
  if (isUsable) return given;
  console.error(
    'TRANSLATE_URL is left out: it must begin with https:// and have {text} where the comment goes.',
  );
  return null;
}
