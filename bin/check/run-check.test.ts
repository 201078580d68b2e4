import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCheck } from './run-check';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-check-'));
  const write = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, name), content);
  write('clean.txt', 'The harbour board met on the old bridge and left again.\n');
  write('faulty.md', '😀 The harbour board met on the old brigde . “We will close it at last,” they said.\n');
  write('marked.txt', '\ufeffThe board met at the the bridge.\r\n');
  write('source.txt', 'We will not close it at last. Then they left.');
  write('names.txt', 'Piotr Harmsen\n\n');
  write('named.txt', 'Later the board met Harmssen on the bridge.');
  write('empty.txt', ' \n');
  write('latin.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
  write('dated.txt', 'It closed on Sunday 1 February for the winter.');
  write('nul.txt', 'a\0b');
  write('huge.txt', 'word '.repeat(500_000));
  write('report.docx', 'PK');
  mkdirSync(join(folder, 'folder.txt'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (line: string): ReturnType<typeof runCheck> =>
  runCheck(line === '' ? [] : line.split(' '), folder);

test('nothing found is 0', () => {
  expect(check('clean.txt')).toEqual({ status: 0, output: '0 suggestions', complaint: '' });
  expect(JSON.parse(check('clean.txt --json').output)).toEqual({ suggestions: [] });
});

test('something found is 1, with its place', () => {
  const { status, output } = check('faulty.md');
  expect(status).toBe(1);
  expect(output).toContain('faulty.md:1:36  spelling: brigde => bridge // ');
  expect(output).toContain('punctuation: spacing: brigde . => brigde. // ');
  expect(output).not.toContain('Quote check');
});

test('for programs, offsets are code points of the text as it is stored', () => {
  const { suggestions } = JSON.parse(check('faulty.md --json').output) as { suggestions: object[] };
  expect(suggestions).toContainEqual({
    ruleId: 'spelling',
    ruleVersion: 3,
    start: 35,
    end: 41,
    exact: 'brigde',
    tag: 'spelling',
    value: 'brigde',
    correction: 'bridge',
    alternatives: expect.any(Array) as unknown,
    confidence: 'high',
    message: '“brigde” is in no word list.',
    group: expect.any(String) as unknown,
  });
  const marked = JSON.parse(check('marked.txt --json').output) as { suggestions: { start: number }[] };
  expect(marked.suggestions.map(({ start }) => start)).toEqual([17]);
});

test('quotations are checked against sources', () => {
  const { status, output } = check('faulty.md --source clean.txt --source source.txt');
  expect(status).toBe(1);
  expect(output).toMatch(
    /altered, \d+ % verbatim, in source.txt: “We will close it at last,”\n {4}negation: will ← will not/,
  );
  const { quotes } = JSON.parse(check('faulty.md --source source.txt --json').output) as { quotes: object[] };
  expect(quotes).toMatchObject([
    {
      verdict: 'altered',
      source: 'source.txt',
      changes: [{ kind: 'negation', printed: 'will', said: 'will not' }],
    },
  ]);
  expect(check('faulty.md --source clean.txt').output).toContain('not found in any source: “We will');
});

test('known names are read from a file', () => {
  expect(check('named.txt').output).not.toContain('Harmsen');
  expect(check('named.txt --names names.txt').output).toContain('name misspelled: Harmssen => Harmsen');
});

test('weekdays are judged by the day of publication', () => {
  expect(check('dated.txt').status).toBe(0);
  expect(check('dated.txt --published 2025-01-31').output).toContain('Sunday => Saturday');
});

test('the house style is set by switches', () => {
  expect(check('faulty.md --style quotationMarks=straight').status).toBe(1);
});

describe('unusable input is 2, in one sentence each', () => {
  test.each([
    ['', /^The file to check is missing\.\nUsage: /],
    ['clean.txt named.txt', /^One file is checked at a time, and “named.txt” is another\.\nUsage: /],
    ['clean.txt --loud', /^Unknown option '--loud'\.\nUsage: /],
    [
      'clean.txt --published 2025-02-30',
      /^“2025-02-30” is no day; --published takes one such as 2025-03-06\.\nUsage: /,
    ],
    ['clean.txt --style percent=few', /^percent is one of .*, not “few”\.\nUsage: /],
    ['clean.txt --style colour=red', /^“colour=red” sets no house style; there are /],
    ['nowhere.txt', /^There is no file .*nowhere\.txt\.$/],
    ['folder.txt', /^.*folder\.txt is a folder, not a file\.$/],
    ['empty.txt', /^empty\.txt cannot be used\. There is no text\.$/],
    ['latin.txt', /^latin\.txt cannot be read\. Byte 3 \(line 1\) is not valid UTF-8\./],
    ['nul.txt', /^nul\.txt cannot be used\. Line 1, column 2 holds the character U\+0000 \(NUL\)/],
    ['huge.txt', /^huge\.txt cannot be used\. The text has 2500000 bytes; at most 2000000 fit/],
    ['report.docx', /^report\.docx is no text file: only \.txt and \.md are read here\./],
    [
      'nowhere.txt --source empty.txt',
      /^There is no file .*\nempty\.txt cannot be used\. There is no text\.$/,
    ],
  ])('check %s', (line, complaint) => {
    const outcome = check(line);
    expect(outcome.complaint).toMatch(complaint);
    expect(outcome).toMatchObject({ status: 2, output: '' });
  });
});
