import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { codePoint, span } from '@/lib/text/offsets';
import { anchor } from './anchor';
import { describeTarget } from './describe-target';
import type { TargetSelectors } from './selectors';

/** The span of the nth occurrence of a quote. */
function target(value: string, quote: string, nth = 1): TargetSelectors {
  let unit = -1;
  for (let seen = 0; seen < nth; seen += 1) unit = value.indexOf(quote, unit + 1);
  if (unit < 0) throw new Error(`“${quote}” does not stand in the sample`);
  const start = codePoint([...value.slice(0, unit)].length);
  return describeTarget(createArticleText(value), { start, end: codePoint(start + [...quote].length) });
}

const BEFORE =
  'On June 6, three people flew to the station on a Soyug-FG rocket. 😀 The crew found a hole in the hull. ' +
  'The crew, together with the controllers in two cities, sealed the hole in the hull within a day.';

const STATEMENT =
  'They affirmed the need for closer work between the technical teams to identify and remove the causes of the leaks. ';

/** What stands at the span that was found, or the kind of doubt. */
const CASES: Readonly<
  Record<
    string,
    {
      before?: string;
      quote: string;
      nth?: number;
      after: string;
      kind: string;
      found?: string;
      edits?: number;
      starts?: number[];
    }
  >
> = {
  unchanged: { quote: 'Soyug-FG', after: BEFORE, kind: 'exact', found: 'Soyug-FG' },
  'changed elsewhere behind it': {
    quote: 'Soyug-FG',
    after: `${BEFORE} More.`,
    kind: 'exact',
    found: 'Soyug-FG',
  },
  'something put in front': {
    quote: 'Soyug-FG',
    after: `Houston 😀\n${BEFORE}`,
    kind: 'moved',
    found: 'Soyug-FG',
    edits: 0,
  },
  'something taken from in front': {
    quote: 'Soyug-FG',
    after: BEFORE.slice(12),
    kind: 'moved',
    found: 'Soyug-FG',
    edits: 0,
  },
  'the second of two, moved': {
    quote: 'hole',
    nth: 2,
    after: `New. ${BEFORE}`,
    kind: 'moved',
    found: 'hole',
    edits: 0,
    starts: [174],
  },
  'the first of two, moved': {
    quote: 'The crew',
    nth: 1,
    after: `New. ${BEFORE}`,
    kind: 'moved',
    found: 'The crew',
    edits: 0,
    starts: [73],
  },
  'a comma among many, moved': {
    quote: ',',
    nth: 2,
    after: `Well, well, well. ${BEFORE}`,
    kind: 'moved',
    found: ',',
    edits: 0,
  },
  'the quote corrected': {
    quote: 'Soyug-FG',
    after: `New. ${BEFORE.replace('Soyug', 'Soyuz')}`,
    kind: 'moved',
    found: 'Soyuz-FG',
    edits: 1,
  },
  'the quote corrected where it was': {
    quote: 'Soyug-FG',
    after: BEFORE.replace('Soyug', 'Soyuz'),
    kind: 'moved',
    found: 'Soyuz-FG',
    edits: 1,
  },
  'a sentence reworded': {
    quote: 'The crew found a hole in the hull.',
    after: BEFORE.replace('found a hole', 'found one hole'),
    kind: 'moved',
    found: 'The crew found one hole in the hull.',
    edits: 3,
  },
  'a word left out': {
    quote: 'three people flew to the station',
    after: BEFORE.replace('three people flew', 'people flew'),
    kind: 'moved',
    found: 'people flew to the station',
    edits: 6,
  },
  'the passage gone': {
    quote: 'Soyug-FG',
    after: 'Another article altogether, about bridges.',
    kind: 'orphaned',
  },
  'a short quote changed': { quote: 'June', after: BEFORE.replace('June', 'July'), kind: 'orphaned' },
  'text gone': { quote: 'Soyug-FG', after: '', kind: 'orphaned' },
  'twins without context': {
    before: 'no',
    quote: 'no',
    after: 'oh no, oh no',
    kind: 'ambiguous',
    starts: [3, 10],
  },
  'the same words twice, in place': {
    before: 'no, no',
    quote: 'no',
    nth: 2,
    after: 'no, no',
    kind: 'exact',
    starts: [4],
  },
  'twins with the same context': {
    before: `x ${STATEMENT}`,
    quote: 'technical teams',
    after: STATEMENT + STATEMENT,
    kind: 'ambiguous',
    starts: [51, 166],
  },
  'a short word that stands elsewhere by chance': {
    quote: 'day',
    after: 'A bridge closed for a day and opened again.',
    kind: 'ambiguous',
    starts: [22],
  },
  'a long passage that stands elsewhere': {
    quote: 'controllers in two cities',
    after: 'In the end it was the controllers in two cities who saw it.',
    kind: 'moved',
    found: 'controllers in two cities',
    edits: 0,
  },
  'corrected in place, while the old spelling stands elsewhere': {
    before: 'The harbour master spoke first. He left the room early that day.',
    quote: 'harbour master',
    after: 'The harbor master spoke first. He left the room early that day. Nobody knew the harbour master.',
    kind: 'ambiguous',
    starts: [80],
  },
  'reworded twins': {
    before: `x ${STATEMENT}y`,
    quote: 'work between the technical teams to identify',
    after: `${STATEMENT.replace('technical', 'technicel')}${STATEMENT.replace('technical', 'technocal')}`,
    kind: 'ambiguous',
  },
  'another of its kind where it was, itself further on': {
    quote: 'hole',
    nth: 2,
    after: `${'-'.repeat(BEFORE.lastIndexOf('hole') - BEFORE.indexOf('hole'))}${BEFORE}`,
    kind: 'moved',
    found: 'hole',
    edits: 0,
    starts: [253],
  },
  'the only one with all of its context': {
    before: `A ${STATEMENT}B ${STATEMENT}`,
    quote: 'need',
    after: `New. A ${STATEMENT}B ${STATEMENT}`,
    kind: 'moved',
    found: 'need',
    edits: 0,
    starts: [25],
  },
  'a short quote reworded, with nothing of its context': {
    before: 'Then the harbour master spoke.',
    quote: 'harbour master',
    after: 'Once a harbor master slept.',
    kind: 'ambiguous',
    starts: [7],
  },
  'one reworded twin nearer than the other': {
    before: `x ${STATEMENT}y`,
    quote: 'work between the technical teams to identify',
    after: `${STATEMENT.replace('technical', 'technicel')}${STATEMENT.replace('technical', 'tecnnocal')}`,
    kind: 'ambiguous',
    starts: [34, 149],
  },
  'at offset 0': {
    quote: 'On June 6',
    after: BEFORE.replace('flew', 'went'),
    kind: 'exact',
    found: 'On June 6',
  },
  'at the end of text': {
    quote: 'within a day.',
    after: BEFORE.slice(20),
    kind: 'moved',
    found: 'within a day.',
    edits: 0,
  },
  'right-to-left': {
    before: 'אמר שלום לכולם',
    quote: 'שלום',
    after: 'הוא אמר שלום לכולם',
    kind: 'moved',
    found: 'שלום',
    edits: 0,
  },
  'Devanagari, never cutting a cluster': {
    before: 'वह क्षमा करें बोला',
    quote: 'क्षमा करें',
    after: 'तब वह क्षमा करे बोला',
    kind: 'moved',
    found: 'क्षमा करे',
    edits: 1,
  },
  'an accent put on its last letter': {
    before: 'We saw the old cafe there.',
    quote: 'the old cafe',
    after: 'We saw the olde cafe\u0301s too.',
    kind: 'moved',
    found: 'the olde cafe\u0301',
    edits: 1,
  },
  'a long word lost inside it': {
    before: 'crew11 crew12 crew13 crew14 crew15 crew16 👩‍👩‍👧17 각18 👩‍👩‍👧19 crew20 crew21 crew22',
    quote: 'crew13 crew14 crew15 crew16 👩‍👩‍👧17 각18',
    after: 'New. crew11 crew12 crew13 crew14 crew15 crew16 각18 👩‍👩‍👧19 crew20 crew21 crew22',
    kind: 'ambiguous',
    found: 'crew13 crew14 crew15 crew16 각18',
  },
  'line ends around it': {
    before: 'one\ntwo three\nfour',
    quote: 'two three',
    after: 'zero\none\ntwo three\nfour',
    kind: 'moved',
    found: 'two three',
    edits: 0,
  },
};

describe('anchor', () => {
  it.each(Object.entries(CASES))(
    '%s',
    (_, { before = BEFORE, quote, nth, after, kind, found, edits, starts }) => {
      const text = createArticleText(after);
      const anchoring = anchor(text, target(before, quote, nth));
      expect(anchoring.kind).toBe(kind);
      const spans =
        anchoring.kind === 'ambiguous' ? anchoring.candidates : 'span' in anchoring ? [anchoring.span] : [];
      if (found !== undefined) expect(spans.map((one) => sliceText(text, one))).toEqual([found]);
      if (edits !== undefined) expect(anchoring).toMatchObject({ edits });
      if (starts) expect(spans.map(({ start }) => start).toSorted((a, b) => a - b)).toEqual(starts);
    },
  );

  it('finds a long statement again after edits in its middle', () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at}`);
    const statement = words.join(' ');
    const article = `Before it. ${statement} After it.`;
    const edited = `New lead.\n${article.replace('word200 word201', 'something else').replace('word300', 'w300')}`;
    const text = createArticleText(edited);
    const anchoring = anchor(text, target(article, statement));
    expect(anchoring.kind).toBe('moved');
    if (anchoring.kind !== 'moved') return;
    expect(sliceText(text, anchoring.span)).toMatch(/^word0 .* word399$/);
    expect(anchoring.edits).toBeGreaterThan(0);
  });

  it('does not take a long statement with another middle for the same', () => {
    const part = (name: string): string =>
      Array.from({ length: 100 }, (_, at) => `${name}${at * 7919}`).join(' ');
    const article = `${part('head')} ${part('middle')} ${part('tail')}`;
    const other = `${part('head')} ${part('stranger').toUpperCase()} ${part('tail')}`;
    expect(anchor(createArticleText(`x${other}`), target(`y${article}z`, article)).kind).toBe('orphaned');
  });

  it.each([
    { what: 'a long quote that nearly fits everywhere', quote: `${'a'.repeat(9_999)}b${'a'.repeat(10_000)}` },
    { what: 'a long quote that fits everywhere', quote: 'a'.repeat(20_000) },
    { what: 'a short quote that nearly fits everywhere', quote: `${'a'.repeat(100)}b${'a'.repeat(100)}` },
    { what: 'a letter that is everywhere', quote: 'a' },
  ])('answers soon on a text of one letter: $what', ({ quote }) => {
    const text = createArticleText('a'.repeat(1_000_000));
    const described = target(`-${quote}-`, quote);
    expect(anchor(text, described).kind).not.toBe('moved');
  });

  it('finds a reworded quote wherever a long text is cut for the search', () => {
    const quote = 'the harbour master of the northern basin';
    const described = target(`He met ${quote} on Monday.`, quote);
    for (let ahead = 4_040; ahead < 4_110; ahead += 1) {
      const after = `${'-'.repeat(ahead - 7)}He met ${quote.replace('harbour', 'harbor')} on Monday.`;
      const anchoring = anchor(createArticleText(after), described);
      expect(anchoring).toEqual({ kind: 'moved', span: span(ahead, ahead + quote.length - 1), edits: 1 });
    }
  });

  it('orphans selectors that cannot belong to any text', () => {
    const text = createArticleText('abc');
    const { position, quote } = target('abc', 'b');
    expect(anchor(text, { position, quote: { ...quote, exact: '' } })).toEqual({ kind: 'orphaned' });
    const beyond = { ...position, start: codePoint(7), end: codePoint(8) };
    expect(anchor(text, { position: beyond, quote })).toMatchObject({
      kind: 'moved',
      span: { start: 1, end: 2 },
    });
  });
});
