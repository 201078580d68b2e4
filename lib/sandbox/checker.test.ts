import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { NO_HOUSE_STYLE } from '@/lib/suggestions/house-style';
import { checkArticle, type CheckInput } from './check-article';
import { Checker, type CheckerLimits } from './checker';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-checker-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made: Checker[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((checker) => checker.close()));
});

const input = (text: string, ...sources: string[]): CheckInput => ({
  text,
  sources: sources.map((source, at) => ({ title: `source ${at + 1}`, text: source })),
  knownNames: [],
  houseStyle: NO_HOUSE_STYLE,
  published: null,
  switches: {},
});

/** A checker whose thread does as told: it answers with the text, and with "for ever", "too much", "fault" does that. */
function toy(limits: Partial<CheckerLimits> = {}): Checker {
  const thread = join(folder, 'thread.mjs');
  writeFileSync(
    thread,
    `import { parentPort } from 'node:worker_threads';
     let count = 0;
     parentPort.on('message', ({ text }) => {
       count += 1;
       if (text === 'for ever') for (;;);
       if (text === 'too much') { const all = []; for (;;) all.push(new Array(100_000).fill(Math.random())); }
       if (text === 'fault') throw new Error('a fault');
       parentPort.postMessage({ suggestions: [text, count], quotes: [] });
     });`,
  );
  const checker = new Checker(limits, thread);
  made.push(checker);
  return checker;
}

const ask = (checker: Checker, text: string, key = text) =>
  checker.check(key, () => Promise.resolve(input(text)));

test('the thread says what the rules say', { timeout: 60_000 }, async () => {
  const checker = new Checker();
  made.push(checker);
  const text = '😀 The board met on the the bridge. “We will close it at last,” they said.';
  const asked = input(text, 'We will not close it at last. Then they left.');
  const answer = await checker.check('one', () => Promise.resolve(asked));
  expect(answer).toEqual({ ok: true, value: checkArticle(asked) });
  expect(answer.ok && answer.value.quotes).toMatchObject([{ verdict: 'altered' }]);
});

test('the same is checked once, and what was asked for longest ago is forgotten', async () => {
  const checker = toy({ kept: 2 });
  const first = await ask(checker, 'a');
  expect(await ask(checker, 'a')).toBe(first);
  await ask(checker, 'b');
  await ask(checker, 'a');
  await ask(checker, 'c');
  expect(await ask(checker, 'a')).toBe(first);
  expect(await ask(checker, 'b')).toMatchObject({ value: { suggestions: ['b', 4] } });
});

test('what found much is forgotten sooner, but never what was asked for last', async () => {
  const checker = toy({ findings: 3 });
  const first = await ask(checker, 'a');
  expect(await ask(checker, 'a')).toBe(first);
  await ask(checker, 'b');
  expect(await ask(checker, 'a')).toMatchObject({ value: { suggestions: ['a', 3] } });
});

test('what is not checked yet is not forgotten for what the others found', async () => {
  const checker = toy({ findings: 3 });
  let read = (): void => undefined;
  const isRead = new Promise<CheckInput>((resolve) => (read = () => resolve(input('slow'))));
  const slow = checker.check('slow', () => isRead);
  await ask(checker, 'a');
  const last = await ask(checker, 'b');
  expect(checker.check('slow', () => isRead)).toBe(slow);
  expect(await ask(checker, 'b')).toBe(last);
  read();
  await slow;
  expect(await ask(checker, 'a')).toMatchObject({ value: { suggestions: ['a', 4] } });
});

test('a long answer comes in pieces, and whole', { timeout: 60_000 }, async () => {
  const checker = new Checker();
  made.push(checker);
  const asked = input('He met the the mayor. “No,” she said. '.repeat(620));
  const answer = await checker.check('long', () => Promise.resolve(asked));
  const expected = checkArticle(asked);
  expect(expected.quotes.length).toBeGreaterThan(500);
  expect(answer).toEqual({ ok: true, value: expected });
  const words = await checker.findWords('words', () => Promise.resolve(' 😀 We met.'));
  expect(words).toEqual({ ok: true, value: new Uint32Array([3, 5, 6, 9]) });
});

test('what does not end is ended, and the next is checked all the same', async () => {
  const checker = toy({ time: 2_000 });
  const [ended, next] = await Promise.all([ask(checker, 'for ever'), ask(checker, 'a')]);
  expect(ended).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  expect(ended.ok ? '' : ended.failure.detail).toContain('took too long');
  expect(next).toMatchObject({ ok: true, value: { suggestions: ['a', 1] } });
});

test('what takes too much memory ends the thread and nothing else', { timeout: 60_000 }, async () => {
  const checker = toy({ memory: 32 });
  const [ended, next] = await Promise.all([ask(checker, 'too much'), ask(checker, 'a')]);
  expect(ended.ok ? '' : ended.failure.detail).toContain('too much memory');
  expect(next.ok).toBe(true);
});

test('a fault is told, and is not remembered', async () => {
  const checker = toy();
  expect(await ask(checker, 'fault', 'key')).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  expect(await ask(checker, 'a', 'key')).toMatchObject({ ok: true });
});

test('what cannot be read is a fault of whoever reads, and is not remembered', async () => {
  const checker = toy();
  await expect(checker.check('key', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await ask(checker, 'a', 'key')).toMatchObject({ ok: true });
});

test('hashes stay with the finding, wherever in the text it moves, and tell places from repeats', () => {
  const hashesOf = (text: string) =>
    checkArticle(input(text)).suggestions.filter(({ ruleId }) => ruleId === 'repeated-word');
  const sentence =
    'The harbour board said on Monday that it met on the the bridge by the old harbour, where nobody waited.';
  const [before] = hashesOf(sentence);
  const [later, other] = hashesOf(`😀 שלום\n\n${sentence} And again the the bridge.`);
  expect(later!.hash).toBe(before!.hash);
  expect(other!.groupHash).toBe(before!.groupHash);
  expect(other!.hash).not.toBe(before!.hash);
});
