import type { TextQuoteSelector } from './selectors';

/** A place in a text where a quote may stand, in UTF-16 units. */
export interface QuotePlace {
  readonly start: number;
  readonly end: number;
  /** How many units of the quote's prefix and suffix stand directly around it. */
  readonly context: number;
  /** Edits between the quote and what stands there; 0 where it stands word for word. */
  readonly edits: number;
}

/** The most that `context` can be. */
export const fullContext = ({ prefix, suffix }: TextQuoteSelector): number => prefix.length + suffix.length;

/** How many units of the prefix stand directly before a place. */
export function matchPrefix(value: string, start: number, { prefix }: TextQuoteSelector): number {
  let count = 0;
  while (
    count < prefix.length &&
    count < start &&
    value.charCodeAt(start - 1 - count) === prefix.charCodeAt(prefix.length - 1 - count)
  ) {
    count += 1;
  }
  return count;
}

/** How many units of the suffix stand directly behind a place. */
export function matchSuffix(value: string, end: number, { suffix }: TextQuoteSelector): number {
  let count = 0;
  while (
    count < suffix.length &&
    end + count < value.length &&
    value.charCodeAt(end + count) === suffix.charCodeAt(count)
  ) {
    count += 1;
  }
  return count;
}

/** Both together. */
export const matchContext = (value: string, start: number, end: number, quote: TextQuoteSelector): number =>
  matchPrefix(value, start, quote) + matchSuffix(value, end, quote);
