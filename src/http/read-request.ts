import type { Context } from 'hono';
import type * as z from 'zod';
import type { FieldError } from '../contract/problem.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from './problem.ts';

/** Bytes of a body; the longest comment is far below. */
const LARGEST_BODY = 256 * 1024;

/** Reads a JSON body of this shape, or answers what is wrong with it. */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<Result<z.output<Schema>, Response>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) return fail(problem(c, 'unsupported-media-type'));
  const text = await readText(c);
  if (text === null) {
    return fail(problem(c, 'body-too-large', { detail: `At most ${LARGEST_BODY} bytes.` }));
  }
  const json = parseJson(text);
  return json.ok ? readShape(c, { schema, input: json.value }) : fail(problem(c, 'not-json'));
}

/** Reads the query; a name that comes more than once is a list where the schema wants one. */
export function readQuery<Schema extends z.ZodType>(
  c: Context,
  { schema, lists = [] }: { schema: Schema; lists?: string[] },
): Result<z.output<Schema>, Response> {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const [name, values] of Object.entries(c.req.queries())) {
    const isOne = values.length === 1 && !lists.includes(name);
    query[name] = isOne ? (values[0] ?? '') : values;
  }
  return readShape(c, { schema, input: query });
}

/** At most LARGEST_BODY bytes as text; null when there is more. Stops reading there. */
export async function readText(c: Context): Promise<string | null> {
  if (Number(c.req.header('content-length') ?? 0) > LARGEST_BODY) return null;
  const { body } = c.req.raw;
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail(null);
  }
}

function readShape<Schema extends z.ZodType>(
  c: Context,
  { schema, input }: { schema: Schema; input: unknown },
): Result<z.output<Schema>, Response> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return fail(
    problem(c, 'invalid-request', { errors: parsed.error.issues.flatMap(toFieldErrors) }),
  );
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const field = issue.path.map(String).join('.');
  const code = issue.code.replaceAll('_', '-');
  if (issue.code !== 'unrecognized_keys') return [{ field, code, message: issue.message }];
  return issue.keys.slice(0, 20).map((key) => ({
    field: [field, key.slice(0, 100)].filter(Boolean).join('.'),
    code: 'unknown-field',
    message: 'There is no such field.',
  }));
}
