import { FUNCTION_WORDS } from '@/lib/quotes/word-classes';
import { withoutPossessive } from './names';

/** A word with its English endings off, roughly: for telling whether two sentences speak of the same. */
export function stemOf(word: string): string {
  const plain = withoutPossessive(word).toLowerCase();
  if (plain.length < 5) return plain.replace(/(?<=\p{L}{2}[^s])s$/u, '');
  return plain
    .replace(/ies$|ied$/u, 'y')
    .replace(/(?<=[^s])s$/u, '')
    .replace(/(?<=\p{L}{3})(?:ing|ed)$/u, '')
    .replace(/(?<=\p{L}{3})e$/u, '');
}

/** Whether a word says what a sentence is about: no function word, no figure. */
export const isContent = (word: string): boolean =>
  word.length > 2 && !/\p{N}/u.test(word) && !FUNCTION_WORDS.has(word.toLowerCase());
