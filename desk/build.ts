import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the desk into a folder, by default the one the Worker serves. Throws where it fails. */
export async function buildDesk(outdir?: string): Promise<void> {
  await build({
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { emptyOutDir: true, ...(outdir === undefined ? {} : { outDir: outdir }) },
  });
}

if (import.meta.main) await buildDesk(process.argv[2]);
