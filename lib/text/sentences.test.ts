import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText } from './article-text';
import { awkwardText } from './awkward-texts';
import { isBoundary } from './grapheme-boundaries';
import { codePoint } from './offsets';
import { paragraphsOf } from './paragraphs';
import { nextSentence, previousSentence, sentenceAt, sentencesOf } from './sentences';

/** Each case is a paragraph as the list of its sentences, joined by single spaces. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  plain: ['One ends here.', 'Another does too.', 'Last one'],
  'question and exclamation': ['Is it?', 'It is!', 'Well.'],
  titles: ['Mr. Ash met Dr. Oak.', 'They spoke.'],
  'country before a name': ['The U.S. Army paid.', 'Nobody else did.'],
  'country at the end': ['He lives in the U.S.', 'The rest moved.'],
  initials: ['J. R. Ash wrote to W. Oak.', 'He answered.'],
  number: ['See No. 5 on the list.', 'It is short.'],
  'the word no': ['He said no.', 'She said yes.'],
  pages: ['It is on pp. 3–4 of vol. 2 there.', 'Look.'],
  decimals: ['It rose by 3.5 metres.', 'Then 2.'],
  'year at the end': ['It closed in 1998.', 'It opened again.'],
  'list number': ['1. First things first.', 'Then more.'],
  company: ['Harbour Inc. Sales rose.', 'It paid.'],
  'company at the end': ['It belongs to Harbour Inc.', 'The town agreed.'],
  latin: ['Some birds, e.g. Arctic terns, fly.', 'Others, i.e. hens, do not.'],
  'ellipsis goes on': ['He waited … and waited ... for hours.', 'Then he left.'],
  'ellipsis ends': ['He waited…', 'Then he left.'],
  'closing quotes': ['“It stood.”', 'She left.', '"It fell."', 'He stayed.'],
  'speech goes on': ['“Stop!” he said.', '"Why?" she asked.'],
  bracket: ['(It was late.)', 'They went (at last.) and slept.'],
  'opening quote': ['He spoke.', '“We stay,” he said.'],
  'stray full stop': ['The investigation is complete. .', 'They affirmed it.'],
  'starts with a figure': ['It ended.', '12 people left.'],
  'starts with a dash': ['It ended.', '— So they said.'],
  interrobang: ['What?!', 'No.'],
  Greek: ['Ναι.', 'Όχι.'],
  Cyrillic: ['Он пришёл.', 'Она ушла.'],
  Devanagari: ['यह एक है।', 'वह दो है।'],
  Arabic: ['هل هذا؟', 'نعم.'],
  Hebrew: ['זה כאן.', 'זה שם.'],
  money: ['It cost little.', '$5 was enough.'],
};

const split = (value: string): string[] => {
  const text = createArticleText(value);
  return paragraphsOf(text).flatMap((p) => sentencesOf(text, p).map((sentence) => sliceText(text, sentence)));
};

describe('sentencesOf', () => {
  it.each(Object.entries(CASES))('%s', (_, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences);
  });

  const UNSPACED = {
    ideographic: { value: '漢字。文です！次？', sentences: ['漢字。', '文です！', '次？'] },
    'ideographic speech': {
      value: '「はい。」と言った。終わり。',
      sentences: ['「はい。」と言った。', '終わり。'],
    },
    'web address': { value: 'See galley.example.Then go.', sentences: ['See galley.example.Then go.'] },
    'spaces around': { value: '  One.   Two.  ', sentences: ['One.', 'Two.'] },
    'paragraphs end sentences': { value: 'One\ntwo. Three', sentences: ['One', 'two.', 'Three'] },
    'only stops': { value: '...', sentences: ['...'] },
    'mark on the stop': { value: 'One.\u0301 Two.', sentences: ['One.\u0301', 'Two.'] },
  };

  it.each(Object.entries(UNSPACED))('%s', (_, { value, sentences }) => {
    expect(split(value)).toEqual(sentences);
  });

  it('covers all but the white space between, in order, on cluster boundaries', () => {
    fc.assert(
      fc.property(awkwardText, (value) => {
        const text = createArticleText(value);
        for (const paragraph of paragraphsOf(text)) {
          const sentences = sentencesOf(text, paragraph);
          const covered = sentences.map((sentence) => sliceText(text, sentence));
          expect(covered.join('').replace(/\s/gu, '')).toBe(sliceText(text, paragraph).replace(/\s/gu, ''));
          expect(sentences.map(({ number }) => number)).toEqual(sentences.map((_, at) => at + 1));
          for (const { end } of sentences) {
            const unit = [...value].slice(0, end).join('').length;
            expect(unit === paragraph.unitEnd || isBoundary(value, unit) || /\s/u.test(value[unit]!)).toBe(
              true,
            );
          }
        }
      }),
    );
  });
});

describe('sentenceAt and the caret', () => {
  const text = createArticleText('One. Two.\n\nThree.');
  const at = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, null, 1, 1, 1, 1, 1, 1, 1];
  const next = [4, 4, 4, 4, 9, 9, 9, 9, 9, 17, 17, 17, 17, 17, 17, 17, 17, 17];
  const previous = [0, 0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 5, 11, 11, 11, 11, 11, 11];

  it.each(at.map((number, offset) => ({ offset, number })))('at $offset: $number', ({ offset, number }) => {
    expect(sentenceAt(text, codePoint(offset))?.number ?? null).toBe(number);
    expect(nextSentence(text, codePoint(offset))).toBe(next[offset]);
    expect(previousSentence(text, codePoint(offset))).toBe(previous[offset]);
  });

  it('walks to both ends of any text', () => {
    fc.assert(
      fc.property(awkwardText, (value) => {
        const sample = createArticleText(value);
        const paragraphs = paragraphsOf(sample);
        if (paragraphs.length === 0) return;
        let here = codePoint(0);
        for (let to = nextSentence(sample, here); to !== here; to = nextSentence(sample, here)) {
          expect(to).toBeGreaterThan(here);
          here = to;
        }
        expect(here).toBe(paragraphs.at(-1)!.end);
        for (let to = previousSentence(sample, here); to !== here; to = previousSentence(sample, here)) {
          expect(to).toBeLessThan(here);
          here = to;
        }
        expect(here).toBe(paragraphs[0]!.start);
      }),
    );
  });
});
