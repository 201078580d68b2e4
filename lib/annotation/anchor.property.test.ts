import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText, toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import { awkwardText } from '@/lib/text/awkward-texts';
import { isBoundary } from '@/lib/text/grapheme-boundaries';
import { codePoint, span, type Span } from '@/lib/text/offsets';
import { snapToGraphemes } from '@/lib/text/graphemes';
import { anchor } from './anchor';
import { CONTEXT_LENGTH, describeTarget } from './describe-target';

const repetitive = fc
  .array(fc.constantFrom('no, ', 'aa', '😀', '\n'), { minLength: 2, maxLength: 40 })
  .map((p) => p.join(''));
const anyText = fc.oneof(awkwardText, repetitive, fc.string({ unit: 'binary', minLength: 1 }));

const spanOf = (text: ArticleText, a: number, b: number): Span => {
  const start = a % text.length;
  return span(start, start + 1 + (b % (text.length - start)));
};

describe('describing and anchoring', () => {
  it('anchor(describeTarget(span)) is exactly that span, for every span', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const text = createArticleText(value);
        for (let start = 0; start < text.length; start += 1) {
          for (let end = start + 1; end <= text.length; end += 1 + (end % 3)) {
            const marked = span(start, end);
            expect(anchor(text, describeTarget(text, marked))).toEqual({ kind: 'exact', span: marked });
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('describes what stands there, with context that is there and cuts no cluster', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (value, a, b) => {
        const text = createArticleText(value);
        const marked = snapToGraphemes(text, spanOf(text, a, b));
        const { quote } = describeTarget(text, marked);
        expect(quote.exact).toBe(sliceText(text, marked));
        expect([...quote.prefix].length).toBeLessThanOrEqual(CONTEXT_LENGTH);
        expect([...quote.suffix].length).toBeLessThanOrEqual(CONTEXT_LENGTH);
        const around = quote.prefix + quote.exact + quote.suffix;
        const from = toCodeUnit(text, marked.start) - quote.prefix.length;
        expect(value.startsWith(around, from)).toBe(true);
        expect(isBoundary(value, from)).toBe(true);
        expect(isBoundary(value, from + around.length)).toBe(true);
      }),
    );
  });

  it('never answers with other words unless it says so, whatever the text became', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.nat(), (before, after, a, b) => {
        const old = createArticleText(before);
        const marked = spanOf(old, a, b);
        const described = describeTarget(old, marked);
        const text = createArticleText(after);
        const anchoring = anchor(text, described);
        switch (anchoring.kind) {
          case 'exact':
            expect(anchoring.span).toEqual(marked);
            expect(sliceText(text, anchoring.span)).toBe(described.quote.exact);
            break;
          case 'moved':
            expect(sliceText(text, anchoring.span) === described.quote.exact).toBe(anchoring.edits === 0);
            break;
          case 'ambiguous':
            expect(anchoring.candidates.length).toBeGreaterThan(0);
            for (const candidate of anchoring.candidates) expect(sliceText(text, candidate)).not.toBe('');
            break;
          case 'orphaned':
            expect(after.includes(described.quote.exact)).toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('follows a passage that occurs once through text put in front of it', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefghij klmnop'),
      minLength: 30,
      maxLength: 120,
    });
    fc.assert(
      fc.property(
        letters,
        fc.string({ unit: fc.constantFrom('q', 'r', ' ', '😀'), minLength: 1 }),
        fc.nat(),
        (value, inserted, a) => {
          const text = createArticleText(value);
          const start = a % (text.length - 15);
          const marked = span(start, start + 12);
          const exact = sliceText(text, marked);
          fc.pre(value.indexOf(exact) === value.lastIndexOf(exact) && exact.trim() === exact);
          const shift = [...inserted].length;
          expect(anchor(createArticleText(inserted + value), describeTarget(text, marked))).toEqual({
            kind: 'moved',
            span: { start: codePoint(start + shift), end: codePoint(start + 12 + shift) },
            edits: 0,
          });
        },
      ),
    );
  });

  it('follows a passage through an edit inside it, on whole clusters and words', () => {
    const word = fc.constantFrom(
      'crew',
      'sealed',
      'he\u0301las',
      'क्षमा',
      '漢字',
      '👩‍👩‍👧',
      'שָׁלוֹם',
      '각',
      'orbit',
      'twelve',
    );
    const numbered = fc
      .array(word, { minLength: 24, maxLength: 30 })
      .map((all) => all.map((one, at) => `${one}${at}`));
    fc.assert(
      fc.property(
        numbered,
        fc.nat({ max: 5 }),
        fc.nat({ max: 4 }),
        fc.boolean(),
        (words, first, which, gone) => {
          const marked = words.slice(8 + first, 14 + first);
          const before = words.slice(0, 8 + first).join(' ');
          const behind = words.slice(14 + first).join(' ');
          const changed = marked.flatMap((one, at) => (at !== which ? one : gone && at > 0 ? [] : `${one}x`));
          const old = createArticleText(`${before} ${marked.join(' ')} ${behind}`);
          const start = [...before].length + 1;
          const described = describeTarget(old, span(start, start + [...marked.join(' ')].length));
          const text = createArticleText(`New. ${before} ${changed.join(' ')} ${behind}`);
          const anchoring = anchor(text, described);
          if (anchoring.kind === 'moved') expect(sliceText(text, anchoring.span)).toBe(changed.join(' '));
          else expect(gone).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
