import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSchema } from '@/lib/schema/default-schema';
import { defineTag } from '@/lib/schema/define-tag';
import { VALUE_MAX, type TagDefinition, type TagSchema } from '@/lib/schema/tag-schema';
import { AWKWARD, awkwardText } from '@/lib/text/awkward-texts';
import { CORRECTION_MAX, NOTE_MAX, type AnnotationBodies } from './annotation';
import { escapeField, splitTagLine } from './tag-line-grammar';
import { parseTagLine, printTagLine } from './tag-line';

const bodies = (tag: string, more: Partial<AnnotationBodies> = {}): AnnotationBodies => ({
  tag,
  value: null,
  correction: null,
  note: null,
  ...more,
});

const PARSED: Readonly<Record<string, { line: string; means: AnnotationBodies }>> = {
  'all four': {
    line: 'name misspelled: Soyug-FG => Soyuz-FG // rocket, not ship',
    means: bodies('name', { value: 'Soyug-FG', correction: 'Soyuz-FG', note: 'rocket, not ship' }),
  },
  'tag alone': { line: 'quote', means: bodies('quote') },
  key: { line: 'name-variant: MS -09', means: bodies('name-variant', { value: 'MS -09' }) },
  'any case': { line: 'Name Misspelled: X', means: bodies('name', { value: 'X' }) },
  'colon without value': { line: 'name misspelled:', means: bodies('name') },
  'value alone': { line: 'quote: the board', means: bodies('quote', { value: 'the board' }) },
  'correction without value': { line: 'spelling => ship', means: bodies('spelling', { correction: 'ship' }) },
  'note alone': { line: 'quote // from the minutes', means: bodies('quote', { note: 'from the minutes' }) },
  'trailing arrow deletes': {
    line: 'spelling: the =>',
    means: bodies('spelling', { value: 'the', correction: '' }),
  },
  'arrow before a note deletes': {
    line: 'spelling: the => // twice',
    means: bodies('spelling', { value: 'the', correction: '', note: 'twice' }),
  },
  'empty note is none': { line: 'quote //', means: bodies('quote') },
  'arrow without space is text': { line: 'spelling: a=>b', means: bodies('spelling', { value: 'a=>b' }) },
  'address is text': {
    line: 'query: to writer // see https://galley.example/a//b',
    means: bodies('query', { value: 'to writer', note: 'see https://galley.example/a//b' }),
  },
  'colon in a value': { line: 'name: Ash: a life', means: bodies('name', { value: 'Ash: a life' }) },
  'later arrow belongs to the correction': {
    line: 'spelling: a => b => c',
    means: bodies('spelling', { value: 'a', correction: 'b => c' }),
  },
  'later separators belong to the note': {
    line: 'spelling // a => b // c: d',
    means: bodies('spelling', { note: 'a => b // c: d' }),
  },
  'escaped arrow': { line: 'spelling: a \\=> b', means: bodies('spelling', { value: 'a => b' }) },
  'escaped slashes': { line: 'spelling: a \\// b', means: bodies('spelling', { value: 'a // b' }) },
  'escaped space keeps an arrow from counting': {
    line: 'spelling: a\\ => b',
    means: bodies('spelling', { value: 'a => b' }),
  },
  'escaped spaces at the ends': {
    line: 'spelling: \\ a\\  => b',
    means: bodies('spelling', { value: ' a ', correction: 'b' }),
  },
  'escaped backslash': {
    line: 'spelling: a\\\\ => b',
    means: bodies('spelling', { value: 'a\\', correction: 'b' }),
  },
  'line feed and tab': { line: 'spelling: a\\nb\\tc', means: bodies('spelling', { value: 'a\nb\tc' }) },
  'backslash at the end': { line: 'spelling: a\\', means: bodies('spelling', { value: 'a\\' }) },
  'needless escape': { line: 'spelling: \\a\\😀', means: bodies('spelling', { value: 'a😀' }) },
  'other white space': {
    line: 'spelling:\u00a0a\t=>\u3000b',
    means: bodies('spelling', { value: 'a', correction: 'b' }),
  },
  'choice spelled otherwise': {
    line: 'fact: Date or Time',
    means: bodies('fact', { value: 'date or time' }),
  },
  'right-to-left': {
    line: 'name: שלום => שָׁלוֹם',
    means: bodies('name', { value: 'שלום', correction: 'שָׁלוֹם' }),
  },
};

const REFUSED = {
  nothing: { line: '', code: 'no-tag', field: 'label', place: [0, 0], nearest: [] },
  blanks: { line: '   ', code: 'no-tag', field: 'label', place: [0, 0], nearest: [] },
  'no label': { line: '=> x', code: 'no-tag', field: 'label', place: [0, 0], nearest: [] },
  unknown: {
    line: ' name mispelled: x',
    code: 'unknown-tag',
    field: 'label',
    place: [1, 15],
    nearest: ['name misspelled'],
  },
  'unknown without colon space': {
    line: 'name:x',
    code: 'unknown-tag',
    field: 'label',
    place: [0, 6],
    nearest: ['name misspelled', 'name inconsistent'],
  },
  retired: { line: 'wrong word: x', code: 'retired-tag', field: 'label', place: [0, 10], nearest: [] },
  'value unlisted': {
    line: 'punct: coma => x',
    code: 'value-not-listed',
    field: 'value',
    place: [7, 11],
    nearest: ['comma'],
  },
  'value after an emoji': {
    line: 'punct: 😀 => x',
    code: 'value-not-listed',
    field: 'value',
    place: [7, 9],
    nearest: [],
  },
  'value not taken': { line: 'seen: x', code: 'value-not-taken', field: 'value', place: [6, 7], nearest: [] },
  'correction not taken': {
    line: 'quote: a => b',
    code: 'correction-not-taken',
    field: 'correction',
    place: [12, 13],
    nearest: [],
  },
  'deletion not taken': {
    line: 'quote =>',
    code: 'correction-not-taken',
    field: 'correction',
    place: [8, 8],
    nearest: [],
  },
};

const seen = defineTag({
  key: 'seen',
  label: 'seen',
  definition: 'Read.',
  example: 'seen',
  colour: 'slate',
  severity: 'note',
});
const odd = defineTag({
  ...seen,
  key: 'odd',
  label: 'a => b // c\\ d',
  value: { kind: 'text' },
  correction: 'optional',
});
const schema: TagSchema = {
  version: 1,
  tags: [
    ...defaultSchema.tags.map((tag) => (tag.key === 'term' ? { ...tag, retired: true } : tag)),
    seen,
    odd,
  ],
};

describe('parseTagLine', () => {
  it.each(Object.entries(PARSED))('%s', (_, { line, means }) => {
    expect(parseTagLine(schema, line)).toEqual({ ok: true, value: means });
  });

  it.each(Object.entries(REFUSED))('refuses %s', (_, { line, place, ...failure }) => {
    expect(parseTagLine(schema, line)).toMatchObject({
      ok: false,
      failure: { ...failure, place: { start: place[0], end: place[1] } },
    });
  });

  it.each([
    { line: `name: ${'x'.repeat(VALUE_MAX + 1)}`, code: 'value-too-long' },
    { line: `name => ${'x'.repeat(CORRECTION_MAX + 1)}`, code: 'correction-too-long' },
    { line: `name // ${'x'.repeat(NOTE_MAX + 1)}`, code: 'note-too-long' },
  ])('refuses: $code', ({ line, code }) => {
    expect(parseTagLine(schema, line)).toMatchObject({ ok: false, failure: { code } });
    expect(parseTagLine(schema, line.slice(0, -1)).ok).toBe(true);
  });

  it('lets an annotation keep its retired tag', () => {
    expect(parseTagLine(schema, 'wrong word: x', 'term').ok).toBe(true);
  });

  it.each(defaultSchema.tags.map((tag) => [tag.key, tag] as const))('reads the example of %s', (key, tag) => {
    expect(parseTagLine(defaultSchema, tag.example)).toMatchObject({ ok: true, value: { tag: key } });
  });
});

describe('printTagLine', () => {
  it.each([
    {
      what: bodies('name', { value: 'a', correction: 'b', note: 'c' }),
      line: 'name misspelled: a => b // c',
    },
    { what: bodies('spelling', { value: 'a', correction: '' }), line: 'spelling: a =>' },
    { what: bodies('spelling', { correction: '', note: 'c' }), line: 'spelling => // c' },
    { what: bodies('quote'), line: 'quote' },
    { what: bodies('name', { value: 'two\nlines' }), line: 'name misspelled: two\\nlines' },
    { what: bodies('name', { value: 'a: b=>c //d' }), line: 'name misspelled: a: b=>c //d' },
    { what: bodies('gone', { value: 'x' }), line: 'gone: x' },
  ])('writes $line', ({ what, line }) => {
    expect(printTagLine(schema, what)).toBe(line);
  });
});

/** Texts full of what the grammar gives a meaning to. */
const tricky = fc
  .array(
    fc.constantFrom(
      '=>',
      '//',
      '\\',
      ':',
      ' ',
      '\n',
      '\r',
      '\t',
      '\u00a0',
      'n',
      'a',
      'b c',
      '😀',
      ...Object.values(AWKWARD),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));
const anyText = fc.oneof(tricky, awkwardText, fc.string({ unit: 'binary', minLength: 1 }));
const usable = schema.tags.filter((tag) => !tag.retired);

const valueOf = (tag: TagDefinition): fc.Arbitrary<string | null> => {
  if (tag.value.kind === 'none') return fc.constant(null);
  return fc.option(tag.value.kind === 'choice' ? fc.constantFrom(...tag.value.choices) : anyText);
};

const anyBodies: fc.Arbitrary<AnnotationBodies> = fc.constantFrom(...usable).chain((tag) =>
  fc.record({
    tag: fc.constant(tag.key),
    value: valueOf(tag),
    correction: tag.correction === 'none' ? fc.constant(null) : fc.option(fc.oneof(anyText, fc.constant(''))),
    note: fc.option(anyText),
  }),
);

describe('the law of the tag line', () => {
  it('parse(print(x)) = x', () => {
    fc.assert(
      fc.property(anyBodies, (what) => {
        expect(parseTagLine(schema, printTagLine(schema, what))).toEqual({ ok: true, value: what });
      }),
      { numRuns: 5_000 },
    );
  });

  it('prints on one line', () => {
    fc.assert(
      fc.property(anyBodies, (what) => {
        expect(printTagLine(schema, what)).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it('print(parse(line)) means the same as the line', () => {
    const label = fc.constantFrom('name misspelled', 'spelling', 'odd', 'quote');
    const line = fc
      .tuple(label, fc.array(fc.constantFrom(' => ', ' // ', ': ', ' ', 'x', '\\', '=>', '//', 'n')))
      .map(([tag, rest]) => tag + rest.join(''));
    fc.assert(
      fc.property(line, (typed) => {
        const read = parseTagLine(schema, typed);
        if (read.ok) expect(parseTagLine(schema, printTagLine(schema, read.value))).toEqual(read);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('splitTagLine', () => {
  it('covers the line with fields in order, each text in its reach', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyBodies.map((what) => printTagLine(schema, what)),
        ),
        (line) => {
          const fields = splitTagLine(line);
          expect(fields[0]!.field).toBe('label');
          expect(fields[0]!.reach.start).toBe(0);
          expect(fields.at(-1)!.reach.end).toBe(line.length);
          for (const [at, { reach, place }] of fields.entries()) {
            expect(place.start).toBeGreaterThanOrEqual(reach.start);
            expect(place.end).toBeLessThanOrEqual(reach.end);
            if (at > 0) expect(reach.start - fields[at - 1]!.reach.end).toBeOneOf([1, 2]);
          }
        },
      ),
    );
  });

  it('reads an escaped text back in every field', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeField(text);
        const [label, value, correction, note] = splitTagLine(`x: ${escaped} => ${escaped} // ${escaped}`);
        expect([label!.text, value!.text, correction!.text, note!.text]).toEqual(['x', text, text, text]);
      }),
    );
  });
});
