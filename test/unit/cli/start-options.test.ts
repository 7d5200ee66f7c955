import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultState } from '../../../cli/database.ts';
import { parseStartOptions } from '../../../cli/start-options.ts';
import { parseTarget } from '../../../cli/target-options.ts';
import { parseTestOptions } from '../../../cli/test-options.ts';
import { refusalOf } from './refusal.ts';

describe('npm start', () => {
  it('needs no options', () => {
    const usual = { port: null, demoPort: null, state: defaultState, fresh: false };
    expect(parseStartOptions([])).toEqual(usual);
  });

  it('takes ports, a folder, and a fresh beginning', () => {
    const argv = ['--port', '9000', '--demo-port=9001', '--state', 'elsewhere', '--fresh'];
    const state = resolve('elsewhere');
    expect(parseStartOptions(argv)).toEqual({ port: 9000, demoPort: 9001, state, fresh: true });
  });

  it('shows its help', () => {
    expect(parseStartOptions(['--help'])).toBeNull();
  });

  it.each([
    [['--port', '0'], '--port "0"'],
    [['--port', '65536'], '--port "65536"'],
    [['--port', '80a'], '--port "80a"'],
    [['--demo-port', ''], '--demo-port ""'],
    [['--port', '9000', '--demo-port', '9000'], 'must differ'],
    [['--state', ' '], '--state is empty'],
    [['--prot', '9000'], "'--prot'"],
    [['--port'], '--port'],
    [['9000'], '"9000"'],
  ])('refuses %j in one sentence', (argv, named) => {
    const sentence = refusalOf(() => parseStartOptions(argv));
    expect(sentence).toContain(named);
    expect(sentence).not.toContain('\n');
  });
});

describe('the database that a command works on', () => {
  it('is the local one, one in another folder, or the deployed one', () => {
    expect(parseTarget({})).toEqual({ kind: 'local', state: defaultState });
    expect(parseTarget({ state: 'x' })).toEqual({ kind: 'local', state: resolve('x') });
    expect(parseTarget({ remote: true })).toEqual({ kind: 'remote' });
  });

  it('is never two', () => {
    expect(refusalOf(() => parseTarget({ remote: true, state: 'x' }))).toContain('one of them');
  });
});

describe('npm test', () => {
  it('runs everything, in order', () => {
    expect(parseTestOptions([])).toEqual([
      'types',
      'lint',
      'unit',
      'worker',
      'build',
      'deploy',
      'e2e',
    ]);
  });

  it('runs the named parts, in the same order', () => {
    expect(parseTestOptions(['--only', 'worker', '--only', 'lint'])).toEqual(['lint', 'worker']);
  });

  it('names a part that does not exist', () => {
    expect(refusalOf(() => parseTestOptions(['--only', 'speed']))).toContain('--only "speed"');
  });
});
