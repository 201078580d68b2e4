import { expect, test } from 'vitest';
import { buildReport } from './build-report';
import { findBlockers, type Blockers } from './find-blockers';
import { buildInput, markId, type MarkSpec } from './fixtures/build-annotation';
import type { ReportOptions } from './report-input';

const find = (marks: readonly MarkSpec[], options: Partial<ReportOptions> = {}): Blockers => {
  const input = buildInput('a b c', marks, options);
  return findBlockers(input, buildReport(input));
};

test('names both sides of a collision', () => {
  const { collisions, gaveWay } = find([
    { quote: 'b c', tag: 'style', correction: 'y' },
    { quote: 'a b', tag: 'style', correction: 'x' },
  ]);
  expect(collisions).toEqual([
    [
      { id: markId(2), number: 1, exact: 'a b', shouldRead: 'x' },
      { id: markId(1), number: 2, exact: 'b c', shouldRead: 'y' },
    ],
  ]);
  expect(gaveWay).toEqual([]);
});

test('names what is not made where one of colliding corrections may be', () => {
  const { gaveWay } = find(
    [
      { quote: 'b c', tag: 'style', correction: 'y' },
      { quote: 'b', tag: 'style', correction: 'x' },
    ],
    { overlap: 'outermost' },
  );
  expect(gaveWay).toEqual([{ id: markId(2), number: 1, exact: 'b', shouldRead: 'x' }]);
});

test('names accepted marks that lack what their tag asks for, and those alone', () => {
  const { incomplete } = find([
    { quote: 'a', tag: 'name', correction: 'A', evidence: [{ note: 'The register.' }] },
    { quote: 'b', tag: 'name', correction: 'B' },
    { quote: 'c', tag: 'spelling' },
    { quote: 'c', tag: 'name', status: 'open' },
  ]);
  expect(incomplete.map(({ mark, missing }) => [mark.exact, missing])).toEqual([
    ['b', ['evidence-required']],
    ['c', ['correction-required']],
  ]);
});

test('names what nobody has decided on, whatever the report takes in', () => {
  const { undecided } = find([
    { quote: 'c', tag: 'spelling', correction: 'C', status: 'open' },
    { quote: 'a', tag: 'query', status: 'open' },
    { quote: 'b', tag: 'style' },
  ]);
  expect(undecided).toEqual([
    { id: markId(2), number: null, exact: 'a', shouldRead: null },
    { id: markId(1), number: null, exact: 'c', shouldRead: 'C' },
  ]);
});
