import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWidget } from '../cli/build-widget.ts';
const f = mkdtempSync('/tmp/bw-');
await buildWidget(f);
let all = 0, first = 0;
for (const x of readdirSync(f, { recursive: true, encoding: 'utf8' })) { if (!x.endsWith('.js')) continue; const n = gzipSync(readFileSync(join(f, x)), { level: 9 }).length; all += n; if (['embed.js','app.js'].includes(basename(x))) first += n; console.log(basename(x), n); }
console.log({ first, onUse: all - first });
