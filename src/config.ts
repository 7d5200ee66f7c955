/** What the Worker is given by the platform; `wrangler types` writes the bindings' types. */
export type Config = { secret: string };

const SHORTEST_SECRET = 32;

/** Reads the environment once and fails loudly, naming the variable that is wrong. */
export function readConfig(env: { SECRET?: string }): Config {
  const secret = env.SECRET ?? '';
  if (secret.length >= SHORTEST_SECRET) return { secret };
  const problem = secret === '' ? 'is missing' : `has ${secret.length} characters`;
  throw new Error(
    `SECRET ${problem}; it must have at least ${SHORTEST_SECRET}. Set it with \`npx wrangler secret put SECRET\`, or in .dev.vars for a local run.`,
  );
}
