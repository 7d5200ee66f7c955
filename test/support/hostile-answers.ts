import * as z from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;
type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export type Writer = {
  /** A text for this place, e.g. `QueuePage.items.notes.body`; another one each time. */
  text(where: string): string;
  /** How many a list of this place has. */
  length(where: string): number;
};

/** Texts that the screens do not show but work with. */
const WORKINGS = /\.(?:id|undoes|person|open|site|sites?\.key|\w+Id|\w*[cC]ursor)$/;
/** Deeper than this, quotes and emphasis hold nothing but text. */
const DEEPEST = 3;

/**
 * An answer as the contract allows it in which every text is hostile: all that may be null is
 * there, lists are filled, of several kinds each comes in turn. So a text that is new in the contract
 * is hostile by itself.
 */
export function hostileAnswer(
  schema: z.ZodType,
  { writer, name }: { writer: Writer; name: string },
): Json {
  const root = z.toJSONSchema(schema, { unrepresentable: 'any' });
  let turn = 0;

  function write(given: Schema, where: string, depth: number): Json {
    const one = resolve(given);
    const kinds = (one.anyOf ?? one.oneOf)?.filter(({ type }) => type !== 'null');
    if (kinds !== undefined) return write(choose(kinds, depth), where, depth + 1);
    if (one.const !== undefined || one.enum !== undefined) return writeOneOf(one);
    // Whatever may be null is there.
    const type = Array.isArray(one.type) ? one.type.find((kind) => kind !== 'null') : one.type;
    if (type === 'object') return writeObject(one, where, depth);
    if (type === 'array') return writeList(one, where, depth);
    // Where there is no title or address, something else stands in its place.
    const mayLack = Array.isArray(one.type) && /\.(?:title|was\.url|became\.url)$/.test(where);
    if (mayLack && turn++ % 3 === 0) return null;
    if (type === 'string') return writeText(one, where);
    if (type === 'boolean') return turn++ % 2 === 0;
    return Math.max(one.minimum ?? 0, Math.min(one.maximum ?? 2, 2));
  }

  function resolve(given: Schema): Schema {
    if (given.$ref === undefined) return given;
    const found = root.$defs?.[given.$ref.replace('#/$defs/', '')];
    return typeof found === 'object' ? resolve(found) : root;
  }

  /** Text alone where it has gone deep enough. */
  function choose(kinds: Schema[], depth: number): Schema {
    return kinds[depth > DEEPEST + 6 ? 0 : turn++ % kinds.length] ?? {};
  }

  function writeOneOf({ const: only, enum: several = [] }: Schema): Json {
    const value = only ?? several[turn++ % several.length];
    return typeof value === 'string' || typeof value === 'number' ? value : true;
  }

  function writeObject({ properties = {} }: Schema, where: string, depth: number): Json {
    const entries = Object.entries(properties).map(([name, inner]): [string, Json] => {
      const isOfBody = /^(?:children|text)$/.test(name) && 'type' in properties;
      const place = isOfBody ? where : `${where}.${name}`;
      return [name, typeof inner === 'object' ? write(inner, place, depth + 1) : null];
    });
    return Object.fromEntries(entries);
  }

  function writeList({ items }: Schema, where: string, depth: number): Json {
    if (typeof items !== 'object' || Array.isArray(items)) return [];
    const length = depth > DEEPEST + 6 ? 1 : writer.length(where);
    return Array.from({ length }, () => write(items, where, depth + 1));
  }

  function writeText({ format, pattern }: Schema, where: string): string {
    turn += 1;
    if (format === 'date-time') return new Date(Date.UTC(2026, 0, 1) + turn * 1000).toISOString();
    if (WORKINGS.test(where)) return `id${turn}`;
    // A code has no room for a text.
    if (pattern === '^[a-z]{2}$') return 'de';
    const text = writer.text(where);
    if (format === 'uri') return `https://x.example/?${encodeURIComponent(text)}`;
    const fits = pattern === undefined || new RegExp(pattern, 'i').test(text);
    return fits ? text : `https://x.example/"onmouseover="__hit=1,${text}`;
  }

  return write(root, name, 0);
}
