import type { CodePointOffset } from '@/lib/text/offsets';

/** https://www.w3.org/TR/annotation-model/#text-position-selector: offsets in code points, `end` excluded. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

/** https://www.w3.org/TR/annotation-model/#text-quote-selector: the text as it stands, not normalised. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Told apart by `type`. */
export type Selector = TextPositionSelector | TextQuoteSelector;

/** Both are always stored: the position is cheap to apply, the quote proves it or finds the place again. */
export interface TargetSelectors {
  readonly position: TextPositionSelector;
  readonly quote: TextQuoteSelector;
}

/** What an annotation is about: a passage of one version. */
export interface Target extends TargetSelectors {
  readonly versionId: string;
}
