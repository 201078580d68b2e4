import { describe, expect, test } from 'vitest';
import { buildReport } from './build-report';
import { buildInput, markId, type MarkSpec } from './fixtures/build-annotation';
import type { ChangePlan } from './report';

const TEXT = 'visited the space Soyuz MS -09 on a Soyug-FG rocket.';
const plan = (marks: readonly MarkSpec[], overlap: 'refuse' | 'outermost' = 'refuse'): ChangePlan =>
  buildReport(buildInput(TEXT, marks, { overlap, statuses: ['accepted', 'open'] })).changes;
const shown = ({ changes }: ChangePlan): readonly string[] | null =>
  changes &&
  changes.map(({ start, end, replacement, markIds }) => `${start}-${end} ${replacement} ×${markIds.length}`);

const outer: MarkSpec = { quote: 'Soyuz MS -09', tag: 'fact', correction: 'Soyuz MS-09' };
const inner: MarkSpec = { quote: 'MS -09', tag: 'name-variant', correction: 'MS-09' };
const crossing: MarkSpec = { quote: 'space Soyuz', tag: 'term', correction: 'Soyuz' };

describe('planChanges', () => {
  test('takes accepted corrections alone, in the order of the text', () => {
    expect(
      shown(
        plan([
          { quote: 'Soyug-FG', tag: 'name', correction: 'Soyuz-FG' },
          { quote: 'visited', tag: 'meaning', correction: 'left', status: 'open' },
          { quote: 'rocket', tag: 'query' },
          { quote: 'MS -09', tag: 'name-variant', correction: 'MS -O9', decision: { correction: 'MS-09' } },
        ]),
      ),
    ).toEqual(['24-30 MS-09 ×1', '36-44 Soyuz-FG ×1']);
  });

  test('stops where corrections collide, and names the pairs', () => {
    const { changes, collisions, leftOut } = plan([inner, outer]);
    expect(changes).toBeNull();
    expect(collisions).toEqual([[markId(2), markId(1)]]);
    expect(leftOut).toEqual([]);
  });

  test('makes one change of marks that agree', () => {
    expect(shown(plan([inner, { ...inner, tag: 'punct' }]))).toEqual(['24-30 MS-09 ×2']);
  });

  test('lets touching corrections be', () => {
    const marks: MarkSpec[] = [
      { quote: 'space ', tag: 'style', correction: '' },
      { quote: 'Soyuz', tag: 'style', correction: 'the Soyuz' },
    ];
    expect(shown(plan(marks))).toEqual(['12-18  ×1', '18-23 the Soyuz ×1']);
  });

  test('minds a mark without a correction as little as a deletion much', () => {
    expect(plan([{ quote: 'Soyuz MS -09', tag: 'query' }, inner]).changes).not.toBeNull();
    expect(plan([{ ...outer, correction: '' }, inner]).changes).toBeNull();
  });

  const outermost: Record<string, [readonly MarkSpec[], readonly string[], readonly number[]]> = {
    'the outer of nested ones': [[inner, outer], ['18-30 Soyuz MS-09 ×1'], [1]],
    'the longer of crossing ones': [[crossing, outer], ['18-30 Soyuz MS-09 ×1'], [1]],
    'what collides only with what gave way': [
      [
        crossing,
        { ...outer, quote: 'Soyuz MS -09 on' },
        { quote: 'on a', tag: 'style', correction: 'upon a' },
      ],
      ['18-33 Soyuz MS-09 ×1'],
      [1, 3],
    ],
    'of one span, what was decided last': [
      [{ ...inner, correction: 'MS09', decision: { at: '2018-09-15T00:00:00.000Z' } }, inner],
      ['24-30 MS09 ×1'],
      [2],
    ],
  };
  test.each(Object.entries(outermost))('outermost: keeps %s', (_name, [marks, kept, leftOut]) => {
    const made = plan(marks, 'outermost');
    expect(shown(made)).toEqual(kept);
    expect(made.leftOut).toEqual(leftOut.map(markId));
    expect(made.collisions).not.toEqual([]);
  });
});
