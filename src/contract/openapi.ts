import * as z from 'zod';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

type Json = Record<string, unknown>;

/** The API description, OpenAPI 3.1, made from the schemas that also parse the requests. */
export function describeApi(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
    unrepresentable: 'any',
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Belowline',
      version: '1',
      description: 'Comments under any article. Errors are RFC 9457 problems with a stable `type`.',
    },
    servers: [{ url: '/' }],
    paths: describePaths(),
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([id, one]) => [id, tidy(one)])),
      securitySchemes: {
        desk: { type: 'apiKey', in: 'cookie', name: '__Secure-belowline.session_token' },
      },
    },
  };
}

function describePaths(): Json {
  const paths: Record<string, Json> = {};
  for (const route of ROUTES) {
    paths[route.path] = { ...paths[route.path], [route.method]: describeRoute(route) };
  }
  return paths;
}

function describeRoute(route: Route): Json {
  const { summary, description, body, status, answer, desk } = route;
  return {
    summary,
    ...(description && { description }),
    operationId: `${route.method}${route.path.replace(/[^a-z0-9]+(.)?/gi, (_, next = '') => next.toUpperCase())}`,
    parameters: describeParameters(route),
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: {
      [status]: { description: 'Done', content: json(answer) },
      default: {
        description: `A problem: ${[...route.problems, 'unavailable', 'internal'].join(', ')}`,
        content: { 'application/problem+json': { schema: reference(Problem) } },
      },
    },
    ...(desk && { security: [{ desk: [] }] }),
  };
}

function describeParameters({ path, query, headers = [] }: Route): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !z.safeParse(schema, undefined).success,
    schema: tidy(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
  }));
  const inHeaders = headers.map((header) => ({
    ...header,
    in: 'header',
    schema: { type: 'string' },
  }));
  return [...inPath, ...inQuery, ...inHeaders];
}

function json(schema: z.ZodType): Json {
  return { 'application/json': { schema: reference(schema) } };
}

/** Named schemas are referred to; the name is the one given with `meta({ id })`. */
function reference(schema: z.ZodType): Json {
  return { $ref: `#/components/schemas/${schema.meta()?.id}` };
}

/** Without what only makes sense for a schema that stands alone. */
function tidy(schema: Json): Json {
  const { $schema: _, $id: __, id: ___, ...rest } = schema;
  return rest;
}
