import type { Paragraph } from '@/lib/text/paragraphs';

/** A word with where it stands. Places are in UTF-16 units. */
export interface Word {
  readonly text: string;
  /** Index into `words`. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Index into `sentences`. */
  readonly sentence: number;
  /** The first of a sentence, of a quotation or behind a colon: its capital says nothing. */
  readonly opens: boolean;
}

export interface SentenceWords {
  readonly from: number;
  readonly to: number;
  /** Indexes into `words`. */
  readonly firstWord: number;
  readonly endWord: number;
  readonly paragraph: Paragraph;
  /** A line of a title, where capitals stand everywhere. */
  readonly headline: boolean;
}
