import type { Colour } from '@/lib/schema/tag-schema';
import type { CodePointOffset, Span } from '@/lib/text/offsets';
import type { Interval } from './interval-index';

/**
 * How a mark looks: by what was decided on it. `quiet` is for what was settled against: rejected or merged marks stay
 * visible, but step back.
 */
export type MarkLook = 'open' | 'accepted' | 'sic' | 'quiet';

/** A mark as the page shows it. */
export interface PaintedMark extends Interval, Span {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly colour: Colour;
  readonly look: MarkLook;
}

/** A mark that is new or has changed; null takes it off the page. */
export interface PaintDelta {
  readonly id: string;
  readonly mark: PaintedMark | null;
}

/** What a search has found, what rules suggest, and what of that is pointed at. */
export type Passages = 'suggestion' | 'suggestion-here' | 'found';

/** Where an interval lies under an offset; what hit testing asks. */
export interface MarksByOffset {
  /** The shown marks over an offset: shortest first, of equal ones the latest first. */
  at(offset: number): readonly Interval[];
}

/** Shows marks on a rendered text without ever changing its words, whatever it draws with. */
export interface Painter extends MarksByOffset {
  /** The stretch of the text that is in the window; null where none is. */
  seen(): Span | null;
  set(deltas: readonly PaintDelta[]): void;
  /** The mark whose card is open. */
  setActive(id: string | null): void;
  /** The mark under the pointer or the focus. */
  setHover(id: string | null): void;
  /** The marks for which it answers false step back and cannot be hit; null shows all. */
  setFilter(shown: ((id: string) => boolean) | null): void;
  /** The passage that is being tagged: the page's own selection goes when the focus moves into an input. */
  setSelection(span: Span | null): void;
  /** Shows passages of a kind, and of that kind no others. */
  setPassages(kind: Passages, spans: readonly Span[]): void;
  destroy(): void;
}
