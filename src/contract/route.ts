import type * as z from 'zod';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One public operation: what the API description says of it, and what tests parse it with. */
export type Route = {
  method: Method;
  path: string;
  summary: string;
  description?: string;
  query?: z.ZodObject;
  headers?: { name: string; description: string; required: boolean }[];
  body?: z.ZodType;
  status: 101 | 200 | 201;
  answer: z.ZodType;
  /** Stable codes of the problems that belong to this operation; any may be `unavailable`. */
  problems: string[];
  desk?: true;
};
