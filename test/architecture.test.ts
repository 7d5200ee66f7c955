import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The shape of the project as rules. A message names the file and what it must not do. */
const root = resolve(import.meta.dirname, '..');

const read = (path: string) => readFileSync(join(root, path), 'utf8');

function filesBelow(folder: string, ending = /\.tsx?$/): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

type Import = { target: string; isTypeOnly: boolean };

/** Every import of a file; a relative one as its path from the project's root. */
function importsOf(file: string): Import[] {
  const pattern =
    /^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)|^import\s+'([^']+)'/gm;
  return [...read(file).matchAll(pattern)].map(([, type, from, dynamic, bare]) => {
    const name = from ?? dynamic ?? bare ?? '';
    const target = name.startsWith('.') ? relative(root, resolve(root, file, '..', name)) : name;
    return { target, isTypeOnly: type !== undefined };
  });
}

/** The folder of src/ that a file stands in; the file itself at the top. */
const partOf = (file: string) => file.split('/')[1] ?? file;

function offences(files: string[], isOffence: (found: Import, file: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((found) => isOffence(found, file))
      .map(({ target }) => `${file} imports ${target}`),
  );
}

const src = filesBelow('src');
const inParts = (...parts: string[]) => src.filter((file) => parts.includes(partOf(file)));
const browser = [...filesBelow('widget'), ...filesBelow('desk')].filter(
  (file) => !/(?:build|vite\.config)\.ts$/.test(file),
);

describe('imports', () => {
  test('the reader of imports sees all kinds of them', () => {
    const found = importsOf('src/people-deps.ts').map(({ target }) => target);
    expect(found).toContain('src/store/sites.ts');
    expect(found).toContain('src/identity/desk-sessions.ts');
  });

  test('domain, screening and importers know neither Hono, nor D1, nor the wire', () => {
    const pure = inParts('domain', 'screening', 'importers');
    const isOffence = ({ target }: Import) =>
      /^hono|^cloudflare:|^src\/(?:contract|http|store|identity|remote|live)\/|^src\/(?:app|[\w-]*deps|config|worker)\.ts/.test(
        target,
      );
    expect(offences(pure, isOffence)).toEqual([]);
    const onPlatform = /\bD1\w+|\bDurableObject/;
    expect(pure.filter((file) => onPlatform.test(withoutData(read(file))))).toEqual([]);
  });

  test('domain imports nothing of the project but domain', () => {
    const isOffence = ({ target }: Import) =>
      target.startsWith('src/') && partOf(target) !== 'domain';
    expect(offences(inParts('domain'), isOffence)).toEqual([]);
  });

  test('the contract imports zod and itself, and nothing else', () => {
    const isOffence = ({ target }: Import) =>
      target !== 'zod' && !target.startsWith('src/contract/');
    expect(offences(inParts('contract'), isOffence)).toEqual([]);
  });

  test('Hono lives in http/ and app.ts', () => {
    const isOffence = ({ target }: Import, file: string) =>
      /^hono/.test(target) && partOf(file) !== 'http' && file !== 'src/app.ts';
    expect(offences(src, isOffence)).toEqual([]);
  });

  test('only the composition root imports the store and the checks', () => {
    const isOffence = ({ target }: Import, file: string) =>
      /^src\/(?:store|screening)\//.test(target) &&
      partOf(file) !== partOf(target) &&
      !/^src\/(?:\w+-)*deps\.ts$/.test(file);
    expect(offences(src, isOffence)).toEqual([]);
  });

  test('browser code takes types from the contract, and values only from the pure domain', () => {
    const isOffence = ({ target, isTypeOnly }: Import) =>
      target.startsWith('src/') && !isTypeOnly && partOf(target) !== 'domain';
    expect(offences(browser, isOffence)).toEqual([]);
  });

  test('zod is imported as a namespace, which a bundler can shake', () => {
    expect(src.filter((file) => /import \{[^}]*\} from 'zod'/.test(read(file)))).toEqual([]);
  });
});

describe('what a part may do', () => {
  test('domain, screening and importers call no clock, no randomness, no network, no environment', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\b|\bfetch\(|\bsetTimeout\b|\bprocess\.|\bperformance\./;
    const pure = inParts('domain', 'screening', 'importers');
    expect(pure.filter((file) => impure.test(withoutComments(read(file))))).toEqual([]);
  });

  test('SQL stands in store/ and migrations/ only', () => {
    const sql = /\b(?:SELECT\s[\s\S]*?\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b/;
    const elsewhere = [...src, ...filesBelow('cli'), ...filesBelow('demo'), ...browser];
    const found = elsewhere.filter((file) => sql.test(withoutComments(read(file))));
    expect(found.filter((file) => partOf(file) !== 'store')).toEqual([]);
  });

  test('only remote/ calls services of others, so that nobody is told anything by accident', () => {
    const call = /(?<![.\w]|override )fetch\(|https:\/\/(?:rest\.akismet|challenges\.cloudflare)/;
    const found = src.filter((file) => call.test(withoutComments(read(file))));
    expect(found.filter((file) => partOf(file) !== 'remote')).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  test('browser code has no HTML sink', () => {
    const sink =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|setHTMLUnsafe|setHTML|dangerouslySetInnerHTML|createContextualFragment|DOMParser|execCommand)\b|document\.write|\beval\(|new Function\(|\.(?:on[a-z]+)\s*=\s*['"`]/;
    expect(browser.filter((file) => sink.test(withoutComments(read(file))))).toEqual([]);
  });

  test('browser code sets no cookie', () => {
    expect(browser.filter((file) => /document\.cookie|cookieStore/.test(read(file)))).toEqual([]);
  });
});

describe('house style', () => {
  const all = ['src', 'widget', 'desk', 'cli', 'demo', 'test'].flatMap((part) => filesBelow(part));

  test('files are kebab-case', () => {
    const isKebab = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?:test|property|config|d))*\.tsx?$/;
    expect(all.filter((file) => !isKebab.test(file.split('/').at(-1) ?? ''))).toEqual([]);
  });

  test('no folder is a drawer for everything', () => {
    const drawer = /(?:^|\/)(?:utils?|helpers?|lib|common|shared|types)\//;
    expect(all.filter((file) => drawer.test(file))).toEqual([]);
  });

  test('no file re-exports others, but the list of checks', () => {
    const reexports = all.filter((file) => /^export\s+(?:\*|\{[^}]*\})\s+from/m.test(read(file)));
    expect(reexports).toEqual([]);
  });

  test('no any, no ts-ignore', () => {
    const loose = /:\s*any\b|\bas any\b|<any>|@ts-ignore|@ts-nocheck/;
    expect(
      all
        .filter((file) => loose.test(withoutComments(read(file))))
        .filter((file) => file !== 'test/architecture.test.ts'),
    ).toEqual([]);
  });

  test('casts stand in mappers and tests only', () => {
    const cast = /\bas (?!const\b)[A-Z{(\w]/;
    const isMapper = (file: string) => partOf(file) === 'store';
    const code = [...src, ...browser].filter((file) => !isMapper(file));
    const hits = code.filter((file) => cast.test(withoutTexts(read(file))));
    expect(hits).toEqual([]);
  });

  test('files stay readable: no source file above 260 lines', () => {
    const long = [...src, ...browser, ...filesBelow('cli')].filter(
      (file) => !/contract\/routes\.ts$|\/text\//.test(file) && read(file).split('\n').length > 260,
    );
    expect(long).toEqual([]);
  });
});

/** Tables that ship as base64 have every short word in them somewhere. */
function withoutData(code: string): string {
  return code.replace(/'[\w+/=]{1000,}'/g, "''");
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Without comments, strings and import lines, where "as" is an ordinary word. */
function withoutTexts(code: string): string {
  return withoutComments(code)
    .replace(/^import[\s\S]*?;$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<{}]*</g, "''");
}
