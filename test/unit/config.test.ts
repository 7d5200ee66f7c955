import { afterEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';

const SECRET = 'a-secret-that-is-long-enough-for-anything';

afterEach(() => vi.restoreAllMocks());

describe('where the desk has comments translated', () => {
  test('is nowhere unless somebody says so', () => {
    expect(readConfig({ SECRET }).translateUrl).toBeNull();
  });

  test('is the address that is given, with a place for the text', () => {
    const TRANSLATE_URL = 'https://translate.example/?q={text}';
    expect(readConfig({ SECRET, TRANSLATE_URL }).translateUrl).toBe(TRANSLATE_URL);
  });

  test.each([
    'https://translate.example/',
    'javascript:{text}',
    'translate.example/{text}',
    'https://{text',
  ])('is not %s, which the log names; readers are not bothered with it', (TRANSLATE_URL) => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    expect(readConfig({ SECRET, TRANSLATE_URL }).translateUrl).toBeNull();
    expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('TRANSLATE_URL'));
  });
});
