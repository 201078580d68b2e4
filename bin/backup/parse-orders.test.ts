import { describe, expect, test } from 'vitest';
import { parseBackupOrder, parseRestoreOrder } from './parse-orders';

describe('the order to back up', () => {
  test.each([
    [['a'], { file: 'a', flags: { force: false, check: false } }],
    [['--force', 'a'], { file: 'a', flags: { force: true, check: false } }],
    [['a', '--check'], { file: 'a', flags: { force: false, check: true } }],
  ])('%j', (args, value) => expect(parseBackupOrder(args)).toEqual({ ok: true, value }));

  test.each([[[]], [['']], [['a', 'b']], [['a', '--verify']], [['a', '--force=yes']]])(
    '%j is answered with what it can be',
    (args) => {
      const parsed = parseBackupOrder(args);
      expect(parsed.ok ? '' : parsed.failure).toMatch(/^Usage: npm run backup/);
    },
  );
});

describe('the order to restore', () => {
  test('may ask to compare and to replace', () =>
    expect(parseRestoreOrder(['a', '--verify', '--replace'])).toEqual({
      ok: true,
      value: { file: 'a', flags: { verify: true, replace: true } },
    }));

  test('needs a file', () => {
    const parsed = parseRestoreOrder(['--verify']);
    expect(parsed.ok ? '' : parsed.failure).toMatch(/^Usage: npm run restore/);
  });
});
