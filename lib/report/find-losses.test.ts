import { expect, test } from 'vitest';
import { buildReport } from './build-report';
import { findBlockers } from './find-blockers';
import { lossesOf } from './find-losses';
import { buildInput, type MarkSpec } from './fixtures/build-annotation';

const lossesIn = (text: string, marks: readonly MarkSpec[]): string =>
  lossesOf(buildReport(buildInput(text, marks, { overlap: 'outermost' })), 'txt').at(-1)!;

test('says how many places of an entry gave way, where others were made', () => {
  const marks: MarkSpec[] = [
    { quote: 'b', nth: 1, tag: 'style', correction: 'B' },
    { quote: 'b', nth: 2, tag: 'style', correction: 'B' },
    { quote: 'a b c', tag: 'style', correction: 'x' },
  ];
  expect(lossesIn('a b c b d', marks)).toBe(
    'Not made by itself, since it collides with another correction that is: no. 2 (1 of its 2 places).',
  );
});

test('names no more entries than anybody reads', () => {
  const words = Array.from({ length: 23 }, (_, at) => `w${at}`);
  const marks = words.flatMap((word): MarkSpec[] => [
    { quote: `${word} x`, tag: 'style', correction: 'y' },
    { quote: word, tag: 'style', correction: word.toUpperCase() },
  ]);
  const said = lossesIn(words.map((word) => `${word} x`).join(' . '), marks);
  expect(said).toMatch(/^Not made by themselves, since they collide .* nos\. 1, 3, .* and 3 others\.$/u);
});

test('over the very same words the one decided last is made', () => {
  const input = buildInput(
    'a b c',
    [
      { quote: 'b', tag: 'style', correction: 'x', decision: { at: '2018-09-14T11:00:00.000Z' } },
      { quote: 'b', tag: 'style', correction: 'y', decision: { at: '2018-09-14T10:00:00.000Z' } },
    ],
    { overlap: 'outermost' },
  );
  expect(findBlockers(input, buildReport(input)).gaveWay.map(({ shouldRead }) => shouldRead)).toEqual(['y']);
});
