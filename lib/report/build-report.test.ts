import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildReport } from './build-report';
import { buildInput, markId, PEOPLE, type MarkSpec } from './fixtures/build-annotation';
import { soyuzInput } from './fixtures/soyuz-marks';
import type { Report } from './report';
import type { ReportOptions } from './report-input';

const TEXT = 'no, no and no.\n\nMaybe.';
const NO: MarkSpec = { quote: 'no', tag: 'spelling', value: 'no', correction: 'yes' };
const build = (marks: readonly MarkSpec[], options: Partial<ReportOptions> = {}): Report =>
  buildReport(buildInput(TEXT, marks, options));
const rowsOf = ({ rows }: Report): readonly string[] =>
  rows.map(
    ({ number, section, marks }) => `${number} ${section} ${marks.map(({ start }) => start).join('+')}`,
  );

describe('rows', () => {
  test('group the repeats of one error and number what people read', () => {
    const report = build([{ ...NO, nth: 3 }, { quote: 'Maybe', tag: 'style' }, NO, { ...NO, nth: 2 }]);
    expect(rowsOf(report)).toEqual(['1 corrections 0+4+11', '2 corrections 16']);
    expect(report.summary).toMatchObject({ marks: 4, rows: 2 });
  });

  test('keep apart what was decided differently', () => {
    const report = build([
      NO,
      { ...NO, nth: 2, decision: { correction: 'Yes' } },
      { ...NO, nth: 3, value: 'nope' },
    ]);
    expect(rowsOf(report)).toEqual(['1 corrections 0', '2 corrections 4', '3 corrections 11']);
  });

  test('stand in the order of severity where asked for', () => {
    const report = build([NO, { quote: 'Maybe', tag: 'fact', value: 'number', correction: 'Yes' }], {
      order: 'severity',
    });
    expect(rowsOf(report)).toEqual(['1 corrections 16', '2 corrections 0']);
  });
});

describe('sections', () => {
  const marks: readonly MarkSpec[] = [
    NO,
    { quote: 'and', tag: 'query', status: 'open' },
    {
      quote: 'no and',
      tag: 'term',
      correction: 'or',
      status: 'rejected',
      decision: { reason: 'Both are meant.' },
    },
    { quote: 'no.', tag: 'grammar', correction: 'not.', status: 'sic' },
    { quote: 'Maybe.', tag: 'quote', state: 'verbatim' },
    { quote: 'Maybe', tag: 'case', correction: 'maybe', status: 'open' },
    { quote: 'May', tag: 'term', status: 'merged', decision: { intoId: markId(1) } },
  ];

  const cases: Record<string, [Partial<ReportOptions>, readonly string[]]> = {
    'accepted ones by default': [{}, ['1 corrections 0', '2 quotes 16']],
    'others when switched on': [
      { sections: ['queries', 'rejected', 'sic'] },
      ['1 corrections 0', '2 quotes 16', '3 queries 7', '4 rejected 4', '5 sic 11'],
    ],
    'what the status asks for': [{ statuses: ['open'] }, ['1 corrections 16', '2 queries 7']],
    'one row a mark, also when asked for twice': [
      { statuses: ['rejected'], sections: ['rejected'] },
      ['1 corrections 4'],
    ],
    'one tag': [{ tags: ['quote'] }, ['1 quotes 16']],
    'one severity': [{ severities: ['minor'] }, ['1 corrections 0']],
    'one reviewer': [{ reviewers: [PEOPLE.okafor.id] }, []],
  };
  test.each(Object.entries(cases))('hold %s', (_name, [options, rows]) => {
    expect(rowsOf(build(marks, options))).toEqual(rows);
  });

  test('count what they leave out', () => {
    expect(build(marks).summary.leftOut).toEqual({ open: 2, accepted: 0, rejected: 1, sic: 1, merged: 1 });
  });

  test('say which marks were merged into which', () => {
    expect(build(marks).rows[0]!.marks[0].mergedIds).toEqual([markId(7)]);
  });
});

describe('a mark', () => {
  test('reads as the editor worded it, and says what was proposed', () => {
    const { rows } = build([{ ...NO, decision: { correction: 'aye' } }]);
    expect(rows[0]!.marks[0]).toMatchObject({
      proposed: 'yes',
      shouldRead: 'aye',
      decision: { verdict: 'accepted', amended: true, editor: PEOPLE.brandt },
    });
  });

  test('has no decision while it is open, and says that it was changed since', () => {
    const options = { statuses: ['open'] } as const;
    const changed = build([{ ...NO, status: 'open', decision: { verdict: 'accepted' } }], options);
    expect(changed.rows[0]!.marks[0]).toMatchObject({
      decision: null,
      changedSinceDecision: true,
      shouldRead: 'yes',
    });
    const reopened = build([{ ...NO, status: 'open', decision: { verdict: 'reopened' } }], options);
    expect(reopened.rows[0]!.marks[0].changedSinceDecision).toBe(false);
  });

  test('should read nothing else where it was not upheld', () => {
    const { rows } = build([{ ...NO, status: 'rejected' }], { sections: ['rejected'] });
    expect(rows[0]!.marks[0]).toMatchObject({ proposed: 'yes', shouldRead: null });
  });

  test('that does not say what it marks is a fault', () => {
    const input = buildInput(TEXT, [NO]);
    const [mark] = input.annotations;
    expect(() => buildReport({ ...input, annotations: [{ ...mark!, exact: 'on' }] })).toThrow(/does not say/);
  });
});

describe('sources', () => {
  const url = 'https://example.org/a';
  test('are numbered once a link, in the order of reading', () => {
    const report = build([
      { ...NO, evidence: [{ note: 'Own notes.' }, { url, locator: 'p. 1' }] },
      { quote: 'Maybe', tag: 'fact', correction: 'Yes', evidence: [{ url, locator: 'p. 2' }] },
    ]);
    expect(report.sources.map(({ number, url: link }) => [number, link])).toEqual([
      [1, null],
      [2, url],
    ]);
    expect(report.sources[1]!.citations.map(({ row, citation }) => [row, citation.locator])).toEqual([
      [1, 'p. 1'],
      [2, 'p. 2'],
    ]);
  });

  test('list what the repeats of one row say together once', () => {
    const evidence = [{ url, locator: 'p. 1' }];
    const { sources } = build([
      { ...NO, evidence },
      { ...NO, nth: 2, evidence },
    ]);
    expect(sources).toHaveLength(1);
    expect(sources[0]!.citations).toHaveLength(1);
  });

  test('that are documents of the article are one each, however they are cited and whatever is said of them', () => {
    const held = { isProtected: true, note: 'A source held by the desk.' };
    const { sources } = buildReport(
      buildInput('a b c', [
        { quote: 'a', tag: 'style', evidence: [{ sourceId: 'one', ...held }] },
        { quote: 'b', tag: 'style', evidence: [{ sourceId: 'two', ...held }, { note: 'By ear.' }] },
        {
          quote: 'c',
          tag: 'style',
          evidence: [
            { sourceId: 'one', ...held },
            { sourceId: 'three', locator: 'Minutes' },
          ],
        },
      ]),
    );
    expect(sources.map(({ standing, citations }) => [standing, citations.map(({ row }) => row)])).toEqual([
      ['held', [1, 3]],
      ['held', [2]],
      ['noted', [2]],
      ['filed', [3]],
    ]);
  });
});

describe('hidden names', () => {
  test('are numbered by role, without ids', () => {
    const report = build(
      [
        { ...NO, by: 'okafor', evidence: [{ note: 'n' }] },
        { quote: 'Maybe', tag: 'style' },
      ],
      {
        names: 'hidden',
      },
    );
    expect(report.head.reviewers).toEqual([
      { id: null, name: 'Reviewer 1' },
      { id: null, name: 'Reviewer 2' },
    ]);
    expect(report.head.editors).toEqual([{ id: null, name: 'Editor 1' }]);
    const seen = JSON.stringify({ ...report, options: null });
    for (const { id, name } of Object.values(PEOPLE)) {
      expect(seen).not.toContain(id);
      expect(seen).not.toContain(name);
    }
  });
});

describe('the Soyuz article', () => {
  const text = readFileSync('prisma/data/soyuz-ms09.txt', 'utf8');
  test('has its notices', () => {
    const { notices } = buildReport(soyuzInput(text));
    expect(notices.map(({ type }) => type)).toEqual(['correction', 'clarification']);
    expect(notices[0]!.text).toContain('It also misspelled three names. They are “Serena Auñón-Chancellor”');
    expect(notices[0]!.text).toContain('“Soyuz-FG” (not “Soyug-FG”)');
  });

  test('needs no notices before it is published', () => {
    const input = soyuzInput(text);
    const report = buildReport({ ...input, article: { ...input.article, phase: 'before' } });
    expect(report.notices).toEqual([]);
    expect(report.rows.flatMap(({ marks }) => marks).filter(({ noticeType }) => noticeType !== null)).toEqual(
      [],
    );
  });
});
