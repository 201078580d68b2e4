import { describe, expect, test } from 'vitest';
import { draftText, titleFrom } from './draft-text';

const cases: Record<
  string,
  { text: string; counts: [paragraphs: number, words: number, characters: number] }
> = {
  'one line': { text: 'Night ferry', counts: [1, 2, 11] },
  'blank lines are no paragraphs': { text: 'One\n\n \nTwo\n', counts: [2, 2, 11] },
  'CRLF counts once': { text: 'One\r\nTwo', counts: [2, 2, 7] },
  'a family is one emoji of five characters': { text: '👨‍👩‍👧 here', counts: [1, 1, 10] },
  'flags, accents and Hangul jamo': { text: '🇫🇷 e\u0301te\u0301 \u1112\u1161\u11ab', counts: [1, 2, 12] },
  'Devanagari and Arabic': { text: 'नमस्ते\nمرحبا بكم', counts: [2, 3, 16] },
};

describe('draftText', () => {
  for (const [name, { text, counts }] of Object.entries(cases)) {
    test(name, () => {
      const draft = draftText(text);
      expect(draft.kind === 'fine' && [draft.paragraphs, draft.words, draft.characters]).toEqual(counts);
    });
  }

  test('nothing is nothing, and blanks are refused', () => {
    expect(draftText('').kind).toBe('none');
    expect(draftText(' \n\t')).toMatchObject({ kind: 'refused', failure: { kind: 'empty' } });
  });

  test('says which character is wrong and where', () => {
    const draft = draftText('Fine\nnot\0fine');
    expect(draft.kind === 'refused' && draft.failure.message).toBe(
      'Line 2, column 4 holds the character U+0000 (NUL), which cannot be stored.',
    );
  });

  test('a long text is counted by its gaps', () => {
    const draft = draftText('word word \n'.repeat(15_000));
    expect(draft).toMatchObject({ kind: 'fine', words: 30_000, exact: false });
    expect(draftText('word '.repeat(10))).toMatchObject({ kind: 'fine', words: 10, exact: true });
  });

  test('the preview is the beginning, never half a character', () => {
    const draft = draftText('😀'.repeat(40_000) + '\nend'.repeat(100));
    if (draft.kind !== 'fine') throw new Error('Expected a fine text');
    expect(draft.opening).toHaveLength(60);
    expect(draft.opening[0]?.text.length).toBeLessThan(3_100);
    expect(draft.opening.every(({ text }) => text.isWellFormed())).toBe(true);
    expect(draft.opening[1]).toEqual({ number: 2, text: 'end' });
  });
});

describe('titleFrom', () => {
  test('is the first paragraph', () => {
    expect(titleFrom(draftText('\n  Night ferry \nSecond'))).toBe('Night ferry');
    expect(titleFrom(draftText(''))).toBe('');
  });

  test('has at most 300 characters, whole ones', () => {
    const title = titleFrom(draftText('😀'.repeat(400)));
    expect([...title]).toHaveLength(300);
    expect(title.isWellFormed()).toBe(true);
  });
});
