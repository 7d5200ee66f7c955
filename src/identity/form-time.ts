import type { FormTime } from '../domain/submission.ts';
import type { Seal } from './seal.ts';

/** Proof of when a form was drawn. A shared cache may serve it late, which only makes it older. */
export async function writeFormTime(
  seal: Seal,
  { siteKey, now }: { siteKey: string; now: Date },
): Promise<string> {
  const time = now.getTime().toString(36);
  return `${time}.${await seal.sign('form-time', `${siteKey}\n${time}`)}`;
}

export async function readFormTime(
  seal: Seal,
  { siteKey, token }: { siteKey: string; token: string | undefined },
): Promise<FormTime> {
  if (token === undefined || token === '') return { kind: 'missing' };
  const [time = '', signature = ''] = token.split('.');
  const text = `${siteKey}\n${time}`;
  if (!(await seal.verify('form-time', { text, signature }))) return { kind: 'forged' };
  return { kind: 'signed', at: new Date(Number.parseInt(time, 36)) };
}
