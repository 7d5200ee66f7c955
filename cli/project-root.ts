import { dirname } from 'node:path';

/** The folder that holds package.json and wrangler.toml, wherever the command was called from. */
export const projectRoot = dirname(import.meta.dirname);
