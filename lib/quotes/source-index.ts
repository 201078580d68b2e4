import { toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import { paragraphsOf } from '@/lib/text/paragraphs';
import { sentencesOf } from '@/lib/text/sentences';
import { comparableWords, type ComparableWord } from './comparable-words';

/** A source made ready for looking passages up in it. */
export interface SourceIndex {
  readonly text: ArticleText;
  readonly words: readonly ComparableWord[];
  readonly keys: readonly string[];
  /** Where each key stands, as ascending indexes into `words`. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Indexes into `words` at which a sentence begins, ascending, 0 included. */
  readonly sentenceStarts: readonly number[];
}

const remembered = new WeakMap<ArticleText, SourceIndex>();

/** O(n) the first time, remembered after that. */
export function indexSource(text: ArticleText): SourceIndex {
  const known = remembered.get(text);
  if (known) return known;
  const words = comparableWords(text, 0, text.value.length);
  const keys = words.map(({ key }) => key);
  const places = new Map<string, number[]>();
  for (const [at, key] of keys.entries()) {
    const list = places.get(key);
    if (list) list.push(at);
    else places.set(key, [at]);
  }
  const index = { text, words, keys, places, sentenceStarts: findSentenceStarts(text, words) };
  remembered.set(text, index);
  return index;
}

function findSentenceStarts(text: ArticleText, words: readonly ComparableWord[]): number[] {
  const starts = [0];
  let at = 0;
  for (const paragraph of paragraphsOf(text)) {
    for (const sentence of sentencesOf(text, paragraph)) {
      const unit = toCodeUnit(text, sentence.start);
      while (at < words.length && words[at]!.unitStart < unit) at += 1;
      if (at > starts.at(-1)! && at < words.length && !isWrapped(text, words, at)) starts.push(at);
    }
  }
  return starts;
}

/** Whether a line ends before a word only because lines of a file had to end somewhere. */
function isWrapped({ value }: ArticleText, words: readonly ComparableWord[], at: number): boolean {
  const between = value.slice(words[at - 1]!.unitEnd, words[at]!.unitStart);
  return /^[^.!?…:\n]*\n[^\n]*$/u.test(between);
}

/** The sentence that a word belongs to, as a range of word indexes. Binary search. */
export function sentenceAround(index: SourceIndex, word: number): { from: number; to: number } {
  const { sentenceStarts, words } = index;
  let low = 0;
  let high = sentenceStarts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sentenceStarts[middle]! <= word) low = middle + 1;
    else high = middle;
  }
  return { from: sentenceStarts[low - 1] ?? 0, to: sentenceStarts[low] ?? words.length };
}
