import { expect, test } from 'vitest';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { unitAround, type Unit } from './units';

const TEXT = createArticleText('😀 One. Two שלום!\n\nThree café\u0301. Four.');
const CASES: Record<string, [number, Unit, string]> = {
  'a sentence around its first character': [0, 'sentence', '😀 One.'],
  'a sentence around its last character': [5, 'sentence', '😀 One.'],
  'the sentence behind the space between two': [6, 'sentence', 'Two שלום!'],
  'a paragraph from inside': [8, 'paragraph', '😀 One. Two שלום!'],
  'the last paragraph from its last character': [36, 'paragraph', 'Three café\u0301. Four.'],
};

test.each(Object.entries(CASES))('%s', (_, [offset, unit, words]) => {
  const found = unitAround(TEXT, Math.min(offset, TEXT.length - 1), unit);
  expect(found && sliceText(TEXT, found)).toBe(words);
});
