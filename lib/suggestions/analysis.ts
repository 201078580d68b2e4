import { toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import { paragraphsOf, type Paragraph } from '@/lib/text/paragraphs';
import { sentencesOf } from '@/lib/text/sentences';
import { tokensIn } from '@/lib/text/tokens';
import { groupNames, type Name, type NameForm } from './names';
import type { SentenceWords, Word } from './word';

/** What all rules look at, worked out once for a text. */
export interface Analysis {
  readonly text: ArticleText;
  readonly value: string;
  readonly words: readonly Word[];
  readonly sentences: readonly SentenceWords[];
  readonly names: readonly Name[];
  /** The capitalised words inside sentences and how they are written, possessives taken off. */
  readonly nameForms: ReadonlyMap<string, NameForm>;
  /** Every word that stands in the text in small letters. */
  readonly lowerWords: ReadonlyMap<string, number>;
}

const remembered = new WeakMap<ArticleText, Analysis>();

/** O(n) the first time, remembered after that. */
export function analyse(text: ArticleText): Analysis {
  const known = remembered.get(text);
  if (known) return known;
  const words: Word[] = [];
  const sentences: SentenceWords[] = [];
  for (const paragraph of paragraphsOf(text)) readParagraph(text, paragraph, words, sentences);
  const lowerWords = new Map<string, number>();
  for (const { text: word } of words) {
    if (/^\p{Ll}/u.test(word)) lowerWords.set(word, (lowerWords.get(word) ?? 0) + 1);
  }
  const { names, forms } = groupNames(text.value, words, sentences, lowerWords);
  const analysis = { text, value: text.value, words, sentences, names, nameForms: forms, lowerWords };
  remembered.set(text, analysis);
  return analysis;
}

const AFTER_OPENING = /(?:["“‘«„‚‹([:•*]|^\s*[-–—])\s*$/u;

function readParagraph(
  text: ArticleText,
  paragraph: Paragraph,
  words: Word[],
  sentences: SentenceWords[],
): void {
  const tokens = tokensIn(text, paragraph.unitStart, paragraph.unitEnd);
  const headline = isHeadline(
    tokens.map((token) => token.text),
    text.value.slice(paragraph.unitStart, paragraph.unitEnd),
  );
  let next = 0;
  for (const { start, end } of sentencesOf(text, paragraph)) {
    const from = toCodeUnit(text, start);
    const to = toCodeUnit(text, end);
    const firstWord = words.length;
    for (let token = tokens[next]; token && token.unitStart < to; token = tokens[next]) {
      const lead = text.value.slice(Math.max(from, token.unitStart - 3), token.unitStart);
      const opens = words.length === firstWord || AFTER_OPENING.test(lead);
      words.push({
        text: token.text,
        at: words.length,
        from: token.unitStart,
        to: token.unitEnd,
        sentence: sentences.length,
        opens,
      });
      next += 1;
    }
    sentences.push({ from, to, firstWord, endWord: words.length, paragraph, headline });
  }
}

const LONGEST_HEADLINE = 16;
/** An item of a list may be made of names. */
const BULLET = /^\s*(?:[•*–—-]|\d{1,2}[.)])\s/u;

/** A short line without a full stop at its end, in which most long words have capitals. */
function isHeadline(words: readonly string[], line: string): boolean {
  if (BULLET.test(line)) return false;
  if (words.length > LONGEST_HEADLINE || /[.!?:;,…]["”’'»)]*\s*$/u.test(line)) return false;
  const long = words.slice(1).filter((word) => word.length > 3);
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word));
  return long.length >= 2 && capitals.length / long.length > 0.6;
}
