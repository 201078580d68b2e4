import type { Span } from '@/lib/text/offsets';

/** Marks that can close each other. */
export type MarkFamily = 'double' | 'single' | 'angle' | 'single angle' | 'corner' | 'white corner';

/** A passage between quotation marks. */
export interface Quotation extends Span {
  /** From the opening mark to behind the closing one, both included. */
  readonly start: Span['start'];
  readonly end: Span['end'];
  /** What is quoted, without the marks: one span for each paragraph it runs through, none of them blank. */
  readonly parts: readonly Span[];
  readonly family: MarkFamily;
  /** 0 for a quotation in no other. */
  readonly depth: number;
  readonly opening: string;
  /** Null when it is never closed; it then ends with its paragraph, or before the next opening mark. */
  readonly closing: string | null;
}

/** Something wrong with the marks themselves. */
export interface MarkFlaw extends Span {
  readonly kind: 'unclosed' | 'unopened' | 'mismatched' | 'turned';
  /** The mark that should stand there, or be put in. */
  readonly expected: string;
  /** Where an unclosed quotation was taken to end; null for the other kinds. */
  readonly closesAt: Span['end'] | null;
}
