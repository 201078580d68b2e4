import { isAbbreviation } from './abbreviations';
import { toCodePoint, type ArticleText } from './article-text';
import { boundaryAtOrAfter } from './grapheme-boundaries';
import type { CodePointOffset, CodeUnitOffset, Span } from './offsets';
import { isBlank, paragraphAt, paragraphEndBefore, paragraphStartAfter, type Paragraph } from './paragraphs';

/** A sentence of a paragraph, closing quotation marks and brackets included, white space around it left out. */
export interface Sentence extends Span {
  /** 1-based within its paragraph. */
  readonly number: number;
}

/**
 * Own rules, because the platform's segmenter ends a sentence at every "Mr." and "U.S.". A run of stops ends one
 * when white space follows and then something that can start a sentence; ideographic stops need no white space. In
 * doubt the sentence goes on.
 */
const STOPS = /[.!?…‽⁇⁈⁉。！？｡．।॥؟۔]+["'”’»›)\]}」』）】〉》]*/gu;
const IDEOGRAPHIC = /^[。！？｡．]/;
const CLOSED = /["'”’»›)\]}」』）】〉》]$/;
const STARTS = /^["'“”‘’«»‹›„‚([{（「『【〈《¿¡—–\-•*\s]*([\p{L}\p{N}\p{Extended_Pictographic}\p{Sc}#@])/u;
const LOWER = /^\p{Ll}/u;
const LAST_TOKEN = /[\p{L}\p{N}.]+$/u;

/** How far a rule looks to either side of a stop, in UTF-16 units. */
const REACH = 40;

const remembered = new WeakMap<Paragraph, readonly Sentence[]>();

/** The sentences of a paragraph in order. O(n) the first time, remembered after that. */
export function sentencesOf(text: ArticleText, paragraph: Paragraph): readonly Sentence[] {
  const known = remembered.get(paragraph);
  if (known) return known;
  const sentences = splitSentences(text, paragraph);
  remembered.set(paragraph, sentences);
  return sentences;
}

function splitSentences(text: ArticleText, paragraph: Paragraph): Sentence[] {
  const line = text.value.slice(paragraph.unitStart, paragraph.unitEnd);
  const sentences: Sentence[] = [];
  let from = skipBlanks(line, 0);
  const close = (to: number): void => {
    sentences.push({
      number: sentences.length + 1,
      start: toCodePoint(text, (paragraph.unitStart + from) as CodeUnitOffset),
      end: toCodePoint(text, (paragraph.unitStart + to) as CodeUnitOffset),
    });
    from = skipBlanks(line, to);
  };
  for (const { 0: stops, index } of line.matchAll(STOPS)) {
    const to = boundaryAtOrAfter(line, index + stops.length);
    if (index >= from && to < line.length && endsSentence(line, from, index, stops, to)) close(to);
  }
  if (from < line.length) close(line.length - trailingBlanks(line));
  return sentences;
}

function endsSentence(line: string, from: number, index: number, stops: string, to: number): boolean {
  const next = skipBlanks(line, to);
  if (next === to && !(IDEOGRAPHIC.test(stops) && !CLOSED.test(stops))) return false;
  const rest = line.slice(next, next + REACH);
  const first = STARTS.exec(rest)?.[1];
  if (first === undefined || LOWER.test(first)) return false;
  if (stops !== '.') return true;
  const before = line.slice(Math.max(from, index - REACH), index);
  const token = LAST_TOKEN.exec(before)?.[0] ?? '';
  return !isAbbreviation(token, rest, token.length === index - from);
}

function skipBlanks(line: string, from: number): number {
  let unit = from;
  while (unit < line.length && isBlank(line.charCodeAt(unit))) unit += 1;
  return unit;
}

function trailingBlanks(line: string): number {
  let count = 0;
  while (isBlank(line.charCodeAt(line.length - 1 - count))) count += 1;
  return count;
}

/** The sentence that holds an offset; in the white space between two the first of them; null on a blank line. */
export function sentenceAt(text: ArticleText, offset: CodePointOffset): Sentence | null {
  const paragraph = paragraphAt(text, offset);
  if (!paragraph) return null;
  const sentences = sentencesOf(text, paragraph);
  return sentences[Math.max(0, firstStartingAfter(sentences, offset) - 1)] ?? null;
}

/** Where the caret goes from `offset` by one sentence: the end of the one it stands in or before. */
export function nextSentence(text: ArticleText, offset: CodePointOffset): CodePointOffset {
  const paragraph = paragraphAt(text, offset);
  if (!paragraph || offset === paragraph.end) {
    const start = paragraphStartAfter(text, offset);
    return start === null ? offset : nextSentence(text, start);
  }
  const sentences = sentencesOf(text, paragraph);
  const here = firstStartingAfter(sentences, offset);
  const current = sentences[here - 1];
  return (current && current.end > offset ? current : sentences[here])?.end ?? paragraph.end;
}

/** The same backwards: the start of the sentence the caret stands in or behind. */
export function previousSentence(text: ArticleText, offset: CodePointOffset): CodePointOffset {
  const paragraph = paragraphAt(text, offset);
  if (!paragraph || offset === paragraph.start) {
    const end = paragraphEndBefore(text, offset);
    return end === null ? offset : previousSentence(text, end);
  }
  const sentences = sentencesOf(text, paragraph);
  const current = sentences[firstStartingAfter(sentences, offset) - 1];
  if (!current) return paragraph.start;
  return current.start < offset ? current.start : (sentences[current.number - 2]?.start ?? paragraph.start);
}

/** Index of the first sentence that starts after an offset; the number of sentences if none does. */
function firstStartingAfter(sentences: readonly Sentence[], offset: CodePointOffset): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sentences[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
