import { LANGUAGES, NOT_KNOWN } from '../src/domain/languages.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** Of an ISO 639-1 code, as English has it; the code itself where it has none. */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}

/** What can be filtered by, by name: first those that nobody knows the language of. */
export function languageChoices(): Record<string, string> {
  const byName = LANGUAGES.map((code): [string, string] => [code, languageName(code)]).sort(
    ([, a], [, b]) => a.localeCompare(b, 'en'),
  );
  return { [NOT_KNOWN]: 'Not known', ...Object.fromEntries(byName) };
}
