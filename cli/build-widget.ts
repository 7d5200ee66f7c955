import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

const WIDGET = path.join(import.meta.dirname, '../widget');
const HASH_LENGTH = 10;

const COMMON = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  charset: 'utf8',
  write: false,
  logLevel: 'warning',
} satisfies BuildOptions;

/** File names and their contents. */
type Modules = Map<string, Uint8Array>;

/**
 * Writes `embed.js` and `widget/<hash>/<name>.js` below `outdir`. The hash stands for all modules
 * together, so they can be cached for ever; `embed.js` keeps its name and knows the hash.
 */
export async function buildWidget(outdir: string): Promise<void> {
  const modules: Modules = new Map();
  await addModule(modules, path.join(WIDGET, 'app.ts'));
  const hash = hashOf(modules);
  const folder = path.join(outdir, 'widget', hash);
  await rm(path.join(outdir, 'widget'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, contents] of modules) await writeFile(path.join(folder, name), contents);
  await build({
    ...COMMON,
    entryPoints: [path.join(WIDGET, 'embed.ts')],
    format: 'iife',
    write: true,
    outfile: path.join(outdir, 'embed.js'),
    define: { APP_MODULE: JSON.stringify(`/widget/${hash}/app.js`) },
  });
}

function hashOf(modules: Modules): string {
  const hash = createHash('sha256');
  for (const [name, contents] of [...modules].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(name).update(contents);
  }
  return hash.digest('hex').slice(0, HASH_LENGTH);
}

/**
 * Builds one module and those that it imports on demand. Each is complete in itself: code that two
 * of them need stands in both. Splitting it off would cost every reader one more request, one
 * after the other, to save a few hundred bytes of what few readers load.
 */
async function addModule(modules: Modules, entry: string): Promise<void> {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [entry],
    outdir: WIDGET,
    plugins: [onDemand(modules), inlineCss],
  });
  for (const { path: file, contents } of outputFiles) modules.set(path.basename(file), contents);
}

function onDemand(modules: Modules): Plugin {
  return {
    name: 'on-demand',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, async ({ kind, path: to, resolveDir }) => {
        if (kind !== 'dynamic-import') return null;
        await addModule(modules, path.join(resolveDir, to));
        return { path: `./${path.basename(to, '.ts')}.js`, external: true };
      });
    },
  };
}

/** Style sheets become their minified text, for `CSSStyleSheet.replaceSync`. */
const inlineCss: Plugin = {
  name: 'inline-css',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const options = { loader: 'css', minify: true, target: COMMON.target } as const;
      const { code } = await transform(await readFile(file, 'utf8'), options);
      // The minifier leaves the blanks in values of custom properties; no text of ours has such.
      return { contents: code.trim().replace(/([,:]) /g, '$1'), loader: 'text' };
    });
  },
};

if (import.meta.main) await buildWidget(path.join(import.meta.dirname, '../dist/assets'));
