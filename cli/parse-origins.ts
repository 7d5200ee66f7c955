import { badArgument } from './command-error.ts';

const FORM =
  'an origin is https:// and a host, perhaps with a port, for example https://www.example.com or https://*.example.com';

/** Origins between commas, as a browser writes them. Throws a `CommandError` naming the wrong one. */
export function parseOrigins(value: string): string[] {
  const given = value.split(',').map((origin) => origin.trim());
  if (given.every((origin) => origin === '')) {
    throw badArgument(`--origins is empty: ${FORM}.`);
  }
  return [...new Set(given.filter((origin) => origin !== '').map(parseOrigin))];
}

function parseOrigin(text: string): string {
  // The wildcard stands for hosts below one; for reading the rest it is a host like any other.
  const isWildcard = /^https?:\/\/\*\./i.test(text);
  const plain = isWildcard ? text.replace('*.', 'wildcard.') : text;
  if (/[*\s\\]/.test(plain) || !/^https?:\/\/[^/]/i.test(plain) || !URL.canParse(plain)) {
    throw refuse(text, FORM);
  }
  const url = new URL(plain);
  if (url.username !== '' || url.password !== '') throw refuse(text, 'it must not hold a password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || plain.endsWith('?')) {
    throw refuse(text, 'it must end after the host and port, without a path');
  }
  if (isWildcard) return parseWildcard(text, url);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw refuse(text, 'http is only for localhost and 127.0.0.1; give https');
  }
  return url.origin;
}

function parseWildcard(text: string, url: URL): string {
  const host = url.host.replace('wildcard.', '');
  if (url.protocol === 'http:') throw refuse(text, 'a wildcard needs https');
  if (!host.includes('.')) throw refuse(text, 'a wildcard needs a domain below it that is yours');
  return `https://*.${host}`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

function refuse(text: string, why: string) {
  return badArgument(`The origin "${text}" is not allowed: ${why}.`);
}
