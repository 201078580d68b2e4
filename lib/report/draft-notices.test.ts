import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from './build-report';
import { buildInput, type MarkSpec } from './fixtures/build-annotation';
import type { HouseTemplate } from './notice-templates';
import type { Report } from './report';
import type { ReportInput } from './report-input';

const TEXT =
  '😀 On June 8 a Soyug-FG flew with Prokopiev and 400 guests. They said no.\n\nNobody knew. Nobody saw.';

const NAME: MarkSpec = { quote: 'Soyug-FG', tag: 'name', value: 'Soyug-FG', correction: 'Soyuz-FG' };
const OTHER_NAME: MarkSpec = { quote: 'Prokopiev', tag: 'name', value: 'Prokopiev', correction: 'Prokopyev' };
const DATE: MarkSpec = { quote: 'June 8', tag: 'fact', value: 'date or time', correction: 'June 6' };
const GONE: MarkSpec = { quote: ' and 400 guests', tag: 'fact', value: 'number', correction: '' };
const UNSUPPORTED: MarkSpec = { quote: 'Nobody knew', tag: 'unsupported', value: 'no source' };
const UNCLEAR: MarkSpec = { quote: 'They said', tag: 'unclear', correction: 'The crew said' };
const SPELLING: MarkSpec = { quote: 'flew', tag: 'spelling', correction: 'rose' };

const build = (marks: readonly MarkSpec[], more: Partial<ReportInput> = {}): Report => {
  const input = buildInput(TEXT, marks);
  return buildReport({ ...input, ...more, options: { ...input.options, ...more.options } });
};
const notices = (marks: readonly MarkSpec[], more: Partial<ReportInput> = {}): readonly string[] =>
  build(marks, more).notices.map(({ type, text, rows }) => `${type} ${rows.join('+')}: ${text}`);
const unsaid = (marks: readonly MarkSpec[]): readonly string[] =>
  notices(marks, { options: { ...buildInput('', []).options, errors: 'unsaid' } });

describe('a notice', () => {
  const cases: Record<string, [readonly MarkSpec[], said: readonly string[], unsaid: readonly string[]]> = {
    'of a name': [
      [NAME],
      [
        'correction 1: An earlier version of this article misspelled a name: it is “Soyuz-FG”, not “Soyug-FG”.',
      ],
      ['correction 1: An earlier version of this article misspelled the name “Soyuz-FG”.'],
    ],
    'of errors of one kind in one sentence': [
      [NAME, OTHER_NAME],
      [
        'correction 1+2: An earlier version of this article misspelled two names. They are “Soyuz-FG” (not “Soyug-FG”) and “Prokopyev” (not “Prokopiev”).',
      ],
      [
        'correction 1+2: An earlier version of this article misspelled two names. They are “Soyuz-FG” and “Prokopyev”.',
      ],
    ],
    'of several kinds, with one opening': [
      [NAME, DATE],
      [
        'correction 1+2: An earlier version of this article gave a wrong date or time: “June 8” should have read “June 6”. It also misspelled a name: it is “Soyuz-FG”, not “Soyug-FG”.',
      ],
      [
        'correction 1+2: An earlier version of this article gave a wrong date or time. It should have read “June 6”. It also misspelled the name “Soyuz-FG”.',
      ],
    ],
    'of something removed': [
      [GONE],
      [
        'correction 1: An earlier version of this article wrongly contained “and 400 guests”, which has been removed.',
      ],
      [
        'correction 1: An earlier version of this article contained a passage that was wrong and has been removed.',
      ],
    ],
    'of each type by itself': [
      [NAME, UNSUPPORTED],
      [
        'correction 1: An earlier version of this article misspelled a name: it is “Soyuz-FG”, not “Soyug-FG”.',
        'clarification 2: This article says “Nobody knew”, which has no source.',
      ],
      [
        'correction 1: An earlier version of this article misspelled the name “Soyuz-FG”.',
        'clarification 2: This article makes a statement in paragraph 2, sentence 1 that has no source.',
      ],
    ],
    'of an unclear wording': [
      [UNCLEAR],
      [
        'clarification 1: The wording “They said” in an earlier version of this article could be misunderstood. It now reads “The crew said”.',
      ],
      [
        'clarification 1: A passage of an earlier version of this article could be misunderstood. It now reads “The crew said”.',
      ],
    ],
    'is not made of what readers need not know': [[SPELLING], [], []],
  };
  test.each(Object.entries(cases))('%s', (_name, [marks, said, silent]) => {
    expect(notices(marks)).toEqual(said);
    expect(unsaid(marks)).toEqual(silent);
  });

  test('is not made of what was never published', () => {
    const { article } = buildInput(TEXT, []);
    expect(notices([NAME], { article: { ...article, phase: 'before' } })).toEqual([]);
  });
});

describe('the house', () => {
  const plain: HouseTemplate = {
    about: 'name',
    outcome: 'replaced',
    one: 'We wrote {printed} for {right}.',
    oneUnsaid: 'We misspelled {right} in {place}.',
    many: null,
    manyUnsaid: 'We misspelled {count} names: {list}.',
  };
  test('words its own tags, each by itself where it has no words for several', () => {
    expect(notices([NAME, OTHER_NAME, DATE], { house: [plain] })).toEqual([
      'correction 1+2+3: An earlier version of this article gave a wrong date or time: “June 8” should have read “June 6”. We wrote “Soyug-FG” for “Soyuz-FG”. We wrote “Prokopiev” for “Prokopyev”.',
    ]);
  });

  test('words a type where it has no template for the tag', () => {
    const forType = { ...plain, about: 'correction', one: 'Wrong: {printed}. Right: {right}.' } as const;
    expect(notices([DATE], { house: [plain, forType] })).toEqual([
      'correction 1: Wrong: “June 8”. Right: “June 6”.',
    ]);
  });

  test('is not confused by braces in what people wrote', () => {
    const marks = [{ ...NAME, correction: '{printed}$&' }];
    expect(notices(marks, { house: [plain] })).toEqual([
      'correction 1: We wrote “Soyug-FG” for “{printed}$&”.',
    ]);
  });
});

describe('the editor', () => {
  test('words a notice instead of its draft', () => {
    expect(notices([NAME], { wording: [{ type: 'correction', text: 'It is Soyuz.' }] })).toEqual([
      'correction 1: It is Soyuz.',
    ]);
  });
  test('drops one by leaving it empty, and adds one of another type', () => {
    const wording = [
      { type: 'correction', text: ' ' },
      { type: 'update', text: 'They have landed.' },
    ] as const;
    expect(notices([NAME], { wording })).toEqual(['update : They have landed.']);
  });
});

test('what is left unsaid is in no notice, whatever the tags and the words', () => {
  const word = fc.stringMatching(/^[A-Z]{6,12}$/).map((letters) => `Q${letters}`);
  const tag = fc.constantFrom('name', 'role', 'misquote', 'fact', 'meaning', 'unsupported', 'unclear');
  const correction = fc.constantFrom('right 👩‍🚀', 'می‌خواهم', '', undefined);
  const mark = fc.record({ word, tag, correction });
  fc.assert(
    fc.property(
      fc.uniqueArray(mark, { minLength: 1, maxLength: 6, selector: ({ word: text }) => text }),
      (marks) => {
        const text = marks.map(({ word: printed }) => `${printed}.`).join(' ');
        const input = buildInput(
          text,
          marks.map(({ word: quote, tag: key, correction: right }) => ({
            quote: `${quote}.`,
            tag: key,
            value: quote,
            ...(right === undefined ? {} : { correction: right }),
          })),
          { errors: 'unsaid' },
        );
        const { notices: drafted, rows } = buildReport(input);
        const said = drafted.map((notice) => notice.text).join(' ');
        for (const { word: printed } of marks) expect(said).not.toContain(printed);
        expect(said).not.toMatch(/[{}]/);
        expect(drafted.flatMap((notice) => notice.rows).toSorted((a, b) => a - b)).toEqual(
          rows.filter((row) => row.marks[0].noticeType !== null).map(({ number }) => number),
        );
      },
    ),
  );
});

test('nobody is told of a correction that is not made', () => {
  const options = { ...buildInput('', []).options, overlap: 'outermost' as const };
  const marks = [NAME, { ...NAME, quote: 'a Soyug-FG flew', correction: 'a rocket rose' }];
  expect(notices(marks, { options })).toEqual([
    'correction 1: An earlier version of this article misspelled a name: it is “a rocket rose”, not “a Soyug-FG flew”.',
  ]);
  expect(build(marks, { options }).rows.map(({ marks: [{ noticeType }] }) => noticeType)).toEqual([
    'correction',
    null,
  ]);
});
