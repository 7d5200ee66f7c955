import { LANGUAGES, NOT_KNOWN } from '../src/domain/languages.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** Of an ISO 639-1 code, as English has it; whatever else is given where it has none. */
export function languageName(code: string): string {
  // What is no code at all is refused by the browser, and must not take the card with it.
  return /^[a-z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** What can be filtered by, by name: first those that nobody knows the language of. */
export function languageChoices(): Record<string, string> {
  const byName = LANGUAGES.map((code): [string, string] => [code, languageName(code)]).sort(
    ([, a], [, b]) => a.localeCompare(b, 'en'),
  );
  return { [NOT_KNOWN]: 'Not known', ...Object.fromEntries(byName) };
}
