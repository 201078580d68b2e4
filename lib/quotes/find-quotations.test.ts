import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { awkwardText } from '@/lib/text/awkward-texts';
import { findQuotations } from './find-quotations';

const found = (value: string): string[] => {
  const text = createArticleText(value);
  return findQuotations(text).quotations.map(
    ({ parts, depth, closing }) =>
      `${'>'.repeat(depth)}${parts.map((part) => sliceText(text, part)).join(' ¶ ')}${closing === null ? ' …' : ''}`,
  );
};

const CASES: Readonly<Record<string, readonly [text: string, quotations: readonly string[]]>> = {
  curly: ['She said “we stay” and left.', ['we stay']],
  straight: ['"We stay," she said. "For now."', ['We stay,', 'For now.']],
  'after an emoji': ['😀 “Stay,” he said.', ['Stay,']],
  guillemets: ['Elle dit « on reste » puis «rien».', ['on reste', 'rien']],
  'guillemets turned': ['Er sagte »wir bleiben« und ging.', ['wir bleiben']],
  German: ['Er sagte: „Wir bleiben.“ Dann ging er.', ['Wir bleiben.']],
  Polish: ['Powiedział „zostajemy” i wyszedł.', ['zostajemy']],
  Swedish: ['Hon sade ”vi stannar” och gick.', ['vi stannar']],
  corner: ['彼は「行く」と言った。', ['行く']],
  'right to left': ['הוא אמר "אנחנו נשארים" והלך.', ['אנחנו נשארים']],
  nested: ['“He told me ‘no’ twice,” she said.', ['He told me ‘no’ twice,', '>no']],
  'nested, straight': [`"He told me 'no' twice," she said.`, [`He told me 'no' twice,`, '>no']],
  'single outside': ['‘It is “safe”,’ he said.', ['It is “safe”,', '>safe']],
  'straight single': ["The board called it 'a small leak' then.", ['a small leak']],
  apostrophes: ["It's the boys' boat, and the girls' too, in the '90s.", []],
  'curly apostrophes': ['It’s the boys’ boat, and the girls’ too, in the ’90s.', []],
  'possessive inside single marks': ['‘The boys’ boat is old,’ she said.', ['The boys’ boat is old,']],
  elision: ["'Twas late, and 'em boys' dog slept.", []],
  inches: ['A 6" pipe and a 5\'10" man met.', []],
  'over paragraphs': ['He wrote: “One.\n\n“Two.\n\n“Three.”\n\nThen rest.', ['One. ¶ Two. ¶ Three.']],
  'over paragraphs, straight': ['"One.\n"Two," he said.', ['One. ¶ Two,']],
  'over paragraphs, guillemets': ['«Un.\n«Deux.»', ['Un. ¶ Deux.']],
  'a nested one over paragraphs': ['“He said: ‘One.\n“‘Two.’”', ['He said: ‘One. ¶ Two.’', '>One. ¶ Two.']],
  'over paragraphs without marks': ['“One.\n\nTwo.\n\nThree.”\n\nRest.', ['One. ¶ Two. ¶ Three.']],
  'never closed': ['“One.\n\nTwo “three” four.', ['One. …', 'three']],
  'never closed in its paragraph': ['“One. Two. “Three,” he said.', ['One. Two. …', 'Three,']],
  'nothing in it': ['“ ” and "" and «…»', []],
  'one after the other': ['“One” “two”', ['One', 'two']],
  'with a dash': ['“One—” he began—“two.”', ['One—', 'two.']],
};

describe('findQuotations', () => {
  it.each(Object.entries(CASES))('%s', (_, [value, quotations]) => {
    expect(found(value)).toEqual(quotations);
  });

  const FLAWS: Readonly<Record<string, readonly [text: string, flaws: readonly string[]]>> = {
    'all in order': ['“One.” "Two." ‘Three.’ «Four.» „Five.“ ”Six”', ['turned ” → “']],
    Swedish: ['Hon sade ”vi stannar” och gick.', []],
    'never closed': ['“One.\n\nTwo.', ['unclosed “ → ”']],
    'never opened': ['We stay,” she said.', ['unopened ” → “']],
    'straight and curly': ['“We stay," she said.', ['mismatched " → ”']],
    'turned at the end': ['“We stay,“ she said.', ['turned “ → ”']],
    'a single one in it': ['“He told me, ‘Go home,’ she said here.\n\nTwo.', ['unclosed “ → ”']],
    'closed by a single one': ['“We stay,’ she said.\n\nTwo.', ['mismatched ’ → ”']],
    inches: ['A 6" pipe.', []],
    'over paragraphs': ['“One.\n“Two.”', []],
  };

  it.each(Object.entries(FLAWS))('flaws: %s', (_, [value, flaws]) => {
    const text = createArticleText(value);
    expect(
      findQuotations(text).flaws.map((flaw) => `${flaw.kind} ${sliceText(text, flaw)} → ${flaw.expected}`),
    ).toEqual(flaws);
  });

  it('keeps its promises in any text', () => {
    const mark = fc.constantFrom(...`"'“”‘’„«»‹›`, ' “', '” ', '\n“', 'word ', ' ', '. ', '\n', '😀');
    const marked = fc.array(mark, { maxLength: 60 }).map((marks) => marks.join(''));
    fc.assert(
      fc.property(fc.oneof(awkwardText, marked), (value) => {
        const text = createArticleText(value);
        const { quotations, flaws } = findQuotations(text);
        for (const { start, end, parts, opening, closing } of quotations) {
          const exact = sliceText(text, { start, end });
          expect(exact.startsWith(opening)).toBe(true);
          if (closing !== null) expect(exact.endsWith(closing)).toBe(true);
          expect(parts.length).toBeGreaterThan(0);
          let from: number = start;
          for (const part of parts) {
            expect(part.start).toBeGreaterThan(from - 1);
            expect(part.end).toBeLessThanOrEqual(end);
            expect(sliceText(text, part)).not.toMatch(/\n/);
            expect(sliceText(text, part).trim()).toBe(sliceText(text, part));
            from = part.end;
          }
        }
        for (const flaw of flaws) expect(flaw.end - flaw.start).toBe(1);
      }),
    );
  });

  it.each([`"`, `“`, `'`, `«`, `“‘`, `" '`, `a"`, `“a `, `“A. `])('reads a long line of %s', (marks) => {
    const text = createArticleText(marks.repeat(100_000 / marks.length));
    expect(findQuotations(text).quotations.length).toBeLessThanOrEqual(100_000);
  });
});
