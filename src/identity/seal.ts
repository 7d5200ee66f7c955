/** What a hash is for. Two purposes never share a hash, so one cannot be used as another. */
export type Purpose =
  | 'address'
  | 'author'
  | 'body'
  | 'request'
  | 'author-token'
  | 'form-time'
  | 'proof'
  | 'acting'
  | 'invitation'
  | 'passkey';

/** Keyed hashes (HMAC-SHA-256) with the service's own secret. */
export type Seal = {
  /** 128 bits as hex: for comparing in the database. */
  hash(purpose: Purpose, text: string): Promise<string>;
  /** 256 bits as base64url: for handing out. */
  sign(purpose: Purpose, text: string): Promise<string>;
  /** In constant time. */
  verify(purpose: Purpose, signed: { text: string; signature: string }): Promise<boolean>;
};

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };

export function makeSeal(secret: string): Seal {
  const bytes = new TextEncoder();
  const key = crypto.subtle.importKey('raw', bytes.encode(secret), ALGORITHM, false, [
    'sign',
    'verify',
  ]);
  const dataOf = (purpose: Purpose, text: string) => bytes.encode(`${purpose}\n${text}`);
  const macOf = async (purpose: Purpose, text: string) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', await key, dataOf(purpose, text)));
  return {
    hash: async (purpose, text) => toHex((await macOf(purpose, text)).subarray(0, 16)),
    sign: async (purpose, text) => toBase64Url(await macOf(purpose, text)),
    verify: async (purpose, { text, signature }) => {
      const mac = fromBase64Url(signature);
      if (mac === null) return false;
      return crypto.subtle.verify('HMAC', await key, mac, dataOf(purpose, text));
    },
  };
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]{43}$/.test(text)) return null;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
}
