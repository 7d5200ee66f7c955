import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { DeskSession } from '../../src/contract/desk-session.ts';

type Request = { asked: string; sent: string; answer: (value: unknown) => void };

/** The service in a test's hands: each request waits until the test answers it. */
export function serviceInHand() {
  const waiting: Request[] = [];
  const fetch = (address: string, { method = 'GET', body }: RequestInit) =>
    new Promise<Response>((resolve) => {
      const answer = (value: unknown) =>
        resolve(value instanceof Response ? value : Response.json(value));
      waiting.push({ asked: `${method} ${address}`, sent: String(body), answer });
    });
  vi.stubGlobal('fetch', fetch);
  /** Answers the oldest request that has these words in it; what was sent with it. */
  const answer = async (words: string, value: unknown): Promise<string> => {
    const at = waiting.findIndex(({ asked }) => asked.includes(words));
    const [request] = at === -1 ? [] : waiting.splice(at, 1);
    if (request === undefined) throw new Error(`Nobody has asked for ${words}`);
    await act(async () => {
      request.answer(value);
      await handled();
    });
    return request.sent;
  };
  return { answer, asked: () => waiting.map(({ asked }) => asked) };
}

/** All that waits for nothing but its turn has had it. */
function handled(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** As typing does. */
export async function type(field: Element | null, words: string): Promise<void> {
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('There is no such field');
  await act(() => {
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** A button by the beginning of its words. */
export function button(place: Element, words: string): HTMLButtonElement {
  const all = [...place.querySelectorAll('button')];
  const found = all.find(({ textContent }) => textContent?.trim().startsWith(words));
  if (found === undefined) throw new Error(`There is no button “${words}”`);
  return found;
}

export const SESSION: DeskSession = {
  moderator: {
    id: 'me',
    name: 'Me',
    email: 'me@x.example',
    role: 'editor',
    hasPassword: false,
    secondFactor: false,
    signedInBy: 'session',
  },
  sites: [],
  translateUrl: null,
};
