import { en, type Text } from './text/en.ts';

const OTHERS: Record<string, () => Promise<{ text: Text }>> = {
  ar: () => import('./text/ar.ts'),
  de: () => import('./text/de.ts'),
  es: () => import('./text/es.ts'),
  fr: () => import('./text/fr.ts'),
};

/** The words of a language (BCP 47 tag); English where there are none or they cannot be had. */
export async function loadText(lang: string): Promise<Text> {
  const load = OTHERS[lang.slice(0, 2).toLowerCase()];
  return (
    load?.().then(
      ({ text }) => text,
      () => en,
    ) ?? en
  );
}
