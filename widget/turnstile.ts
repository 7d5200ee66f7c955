import type { AskedProof } from '../src/contract/proof.ts';
import type { CommentForm } from './form.ts';
import { h } from './h.ts';
import type { View } from './view.ts';

const SCRIPT = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';
const SLOT = 'belowline-proof';
/** A reader may have to tick a box. */
const LONGEST_MS = 120_000;

/** Cloudflare's script, as far as it is used here. */
type Turnstile = {
  render: (place: HTMLElement, options: Record<string, unknown>) => string;
  reset: (id: string) => void;
};

declare global {
  interface Window {
    turnstile?: Turnstile;
  }
}

type Asked = { form: CommentForm; proof: Extract<AskedProof, { by: 'turnstile' }> };

/**
 * Turnstile, only for sites that have chosen it. It draws what a reader must see, if anything, into
 * the page's own tree, because it does not work in a shadow; a slot shows that in the form.
 */
export function createTurnstile(view: View, asked: Asked) {
  let ready: string | undefined;
  let hand: ((token: string | undefined) => void) | undefined;
  let drawing: Promise<() => void> | undefined;
  /** Tokens come again by themselves when they expire; undefined is an error. */
  const give = (token: string | undefined): void => {
    ready = token;
    hand?.(token);
  };
  const begin = (): Promise<(() => void) | null> => {
    drawing ??= render(view, { ...asked, give });
    // Blocked, or no line: the next letter tries again.
    return drawing.catch(() => {
      drawing = undefined;
      return null;
    });
  };
  return {
    begin: () => void begin(),
    async take(): Promise<string | undefined> {
      const reset = await begin();
      if (reset === null) return undefined;
      const token =
        ready ??
        (await new Promise<string | undefined>((resolve) => {
          hand = resolve;
          setTimeout(resolve, LONGEST_MS);
        }));
      ready = hand = undefined;
      reset();
      return token;
    },
  };
}

type Rendering = Asked & { give: (token: string | undefined) => void };

async function render(view: View, { form, proof, give }: Rendering): Promise<() => void> {
  const turnstile = await load();
  const place = h('div', { slot: SLOT });
  view.host.append(place);
  view.signal.addEventListener('abort', () => place.remove());
  form.alert.before(h('slot', { name: SLOT }));
  const id = turnstile.render(place, {
    sitekey: proof.siteKey,
    action: 'comment',
    appearance: 'interaction-only',
    language: view.text.lang,
    'response-field': false,
    callback: give,
    'expired-callback': () => give(undefined),
    'error-callback': () => {
      give(undefined);
      return true;
    },
  });
  return () => turnstile.reset(id);
}

/** A page whose policy allows no script of ours to add one can have the script itself. */
function load(): Promise<Turnstile> {
  return new Promise((resolve, reject) => {
    const done = () => (window.turnstile ? resolve(window.turnstile) : reject(new Error(SCRIPT)));
    if (window.turnstile) return done();
    const script = document.createElement('script');
    script.onload = done;
    script.onerror = () => reject(new Error(SCRIPT));
    script.src = SCRIPT;
    document.head.append(script);
  });
}
