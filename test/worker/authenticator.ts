/**
 * A device that makes passkeys, as far as a service can tell: ES256, no attestation. What it says
 * can be bent by a test.
 */
export type Saying = {
  challenge: string;
  origin: string;
  /** Whether it looked who is there. */
  verified?: boolean;
  counter?: number;
  host?: string;
};

export async function makeAuthenticator() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new Error('no pair of keys');
  const id = crypto.getRandomValues(new Uint8Array(16));
  const jwk = (await crypto.subtle.exportKey('jwk', keys.publicKey)) as JsonWebKey;
  const name = {
    id: toText(id),
    rawId: toText(id),
    type: 'public-key',
    clientExtensionResults: {},
  };

  return {
    id: name.id,
    async register(saying: Saying) {
      const length = new Uint8Array([id.length >> 8, id.length & 255]);
      const attested = join(new Uint8Array(16), length, id, coseKey(jwk));
      const data = join(await frame(saying, 0x40), attested);
      const object = join(
        bytes(0xa3, 0x63, 'fmt', 0x64, 'none', 0x67, 'attStmt', 0xa0, 0x68, 'authData', 0x58),
        new Uint8Array([data.length]),
        data,
      );
      const clientDataJSON = toText(clientData('webauthn.create', saying));
      return { ...name, response: { clientDataJSON, attestationObject: toText(object) } };
    },
    async signIn(saying: Saying) {
      const data = await frame(saying, 0);
      const client = clientData('webauthn.get', saying);
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', client));
      const how = { name: 'ECDSA', hash: 'SHA-256' };
      const raw = await crypto.subtle.sign(how, keys.privateKey, join(data, hash));
      const response = {
        clientDataJSON: toText(client),
        authenticatorData: toText(data),
        signature: toText(toDer(new Uint8Array(raw))),
      };
      return { ...name, response };
    },
  };
}

async function frame(saying: Saying, more: number): Promise<Uint8Array> {
  const { verified = true, counter = 0, host = new URL(saying.origin).hostname } = saying;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(host));
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, counter);
  return join(new Uint8Array(hash), new Uint8Array([0x01 | (verified ? 0x04 : 0) | more]), count);
}

function clientData(type: string, { challenge, origin }: Saying): Uint8Array<ArrayBuffer> {
  return bytes(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** { 1: 2, 3: -7, -1: 1, -2: x, -3: y } */
function coseKey({ x = '', y = '' }: JsonWebKey): Uint8Array {
  const head = bytes(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20);
  return join(head, fromText(x), bytes(0x22, 0x58, 0x20), fromText(y));
}

/** Two numbers as ASN.1 writes them. */
function toDer(raw: Uint8Array): Uint8Array {
  const [r, s] = [raw.slice(0, 32), raw.slice(32)].map((half) => {
    const first = half.findIndex((byte) => byte !== 0);
    const short = half.slice(first);
    const value = (short[0] ?? 0) > 127 ? join(new Uint8Array(1), short) : short;
    return join(new Uint8Array([2, value.length]), value);
  });
  const body = join(r ?? new Uint8Array(), s ?? new Uint8Array());
  return join(new Uint8Array([0x30, body.length]), body);
}

function bytes(...parts: (number | string)[]): Uint8Array<ArrayBuffer> {
  return join(
    ...parts.map((part) =>
      typeof part === 'number' ? new Uint8Array([part]) : new TextEncoder().encode(part),
    ),
  );
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function toText(data: Uint8Array): string {
  const text = btoa(String.fromCharCode(...data));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromText(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
