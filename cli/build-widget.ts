import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

const WIDGET = fileURLToPath(new URL('../widget/', import.meta.url));

const COMMON = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Writes `embed.js` and `widget/<name>-<hash>.js` below `outdir`. Names in `widget/` change with
 * their content, so they can be cached for ever; `embed.js` keeps its name and knows theirs.
 */
export async function buildWidget(outdir: string): Promise<void> {
  const modules = path.join(outdir, 'widget');
  await rm(modules, { recursive: true, force: true });
  await mkdir(modules, { recursive: true });
  const app = await buildModule(path.join(WIDGET, 'app.ts'), modules);
  await build({
    ...COMMON,
    entryPoints: [path.join(WIDGET, 'embed.ts')],
    format: 'iife',
    outfile: path.join(outdir, 'embed.js'),
    define: { APP_MODULE: JSON.stringify(`/widget/${app}`) },
  });
}

/**
 * Builds one module and, before it, those that it imports on demand; returns its file's name.
 * Each is complete in itself: code that two of them need stands in both. Splitting it off would
 * cost every reader one more request, one after the other, to save a few hundred bytes.
 */
async function buildModule(entry: string, outdir: string): Promise<string> {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: [entry],
    entryNames: '[name]-[hash]',
    outdir,
    plugins: [onDemand(outdir), inlineCss],
  });
  const [file] = Object.keys(metafile.outputs);
  if (file === undefined) throw new Error(`${entry} was built into nothing`);
  return path.basename(file);
}

function onDemand(outdir: string): Plugin {
  return {
    name: 'on-demand',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, async ({ kind, path: to, resolveDir }) => {
        if (kind !== 'dynamic-import') return null;
        const file = await buildModule(path.join(resolveDir, to), outdir);
        return { path: `./${file}`, external: true };
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
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

if (import.meta.main) await buildWidget(fileURLToPath(new URL('../dist/assets/', import.meta.url)));
