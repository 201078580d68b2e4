import type { AnnotationStatus } from '@/lib/annotation/annotation';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { PersonRef } from '@/lib/contract/primitives';
import type { Painting } from '@/lib/dom/create-painter';
import type { SelectedBy } from '@/lib/dom/observe-selection';
import type { Seen } from '@/lib/sync/replica';
import type { CodePointOffset, Span } from '@/lib/text/offsets';

/** What the left rail restricts text and margin to. Empty sets do not restrict. */
export interface RailFilter {
  readonly tags: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly statuses: ReadonlySet<AnnotationStatus>;
}

export const NO_FILTER: RailFilter = { tags: new Set(), people: new Set(), statuses: new Set() };

/** The tag line as it is open: for a new mark on a passage, or for one that is there. */
export type Composer =
  | { readonly kind: 'new'; readonly span: Span; readonly by: SelectedBy }
  | {
      readonly kind: 'edit';
      readonly id: string;
      /** Where the person has to look first: what was missing. */
      readonly field?: 'correction' | 'note';
      readonly message?: string;
    }
  /** What the server refused, to be put right. */
  | { readonly kind: 'again'; readonly span: Span; readonly line: string; readonly message: string };

/** A small form on a card. */
export interface CardForm {
  readonly id: string;
  readonly kind: 'evidence' | 'reject' | 'amend' | 'merge' | 'relate';
  /** What was missing, when the form opened by itself. */
  readonly message?: string;
}

/** One end of a mark is being moved; nothing is written before it is confirmed. */
export interface Adjusting {
  readonly id: string;
  /** The mark as it was when this began; what others do meanwhile must not be overwritten. */
  readonly mark: AnnotationView;
  readonly seen: Seen;
  readonly span: Span;
}

/** The caret of the keyboard: where it stands and where a selection started. */
export interface Caret {
  readonly at: CodePointOffset;
  readonly anchor: CodePointOffset;
}

/** Several marks under one point, to choose from; the place is relative to the article. */
export interface MarksHere {
  readonly ids: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly takesFocus: boolean;
}

/** The walk through the marks over one text: which they are, and where it has come to. */
export interface Walk {
  readonly ids: readonly string[];
  readonly at: string;
}

export type Overlay = 'help' | 'palette' | 'marks' | 'quote' | 'rail' | 'unsaved' | 'repeat' | 'story';

/** What an article is checked with, each in a pane beside the text. */
export const PANES = ['suggestions', 'quotes', 'sources', 'coverage'] as const;
export type PaneKind = (typeof PANES)[number];
export const PANE_TITLES: Readonly<Record<PaneKind, string>> = {
  suggestions: 'Suggestions',
  quotes: 'Quotations',
  sources: 'Sources',
  coverage: 'Checked',
};

export interface Pane {
  readonly kind: PaneKind;
  /** The source that is being read, and the passage to show in it. */
  readonly sourceId: string | null;
  readonly at: Span | null;
}

/** Whether the marks that the article came with are here. */
export type Arrival = 'coming' | 'here' | 'lost';

export interface DeskState {
  readonly marks: Arrival;
  readonly painting: Painting;
  /** The mark whose card is open. */
  readonly active: string | null;
  /** The mark under the pointer or the focus. */
  readonly hover: string | null;
  readonly filter: RailFilter;
  readonly composer: Composer | null;
  readonly form: CardForm | null;
  readonly adjusting: Adjusting | null;
  readonly caret: Caret | null;
  readonly here: MarksHere | null;
  /** Goes on for as long as the mark it has come to is open. */
  readonly walk: Walk | null;
  readonly overlay: Overlay | null;
  /** Stands in the place of the margin. */
  readonly pane: Pane | null;
  /** Said politely to assistive technology; `count` makes the same words news again. */
  readonly said: { readonly text: string; readonly count: number };
  /** Who else looks at the article right now, by name. */
  readonly others: readonly PersonRef[];
  /** Something has rewritten the article on the page: nothing can be marked there. */
  readonly pageAltered: boolean;
}

export const INITIAL_STATE: DeskState = {
  marks: 'coming',
  painting: 'over',
  active: null,
  hover: null,
  filter: NO_FILTER,
  composer: null,
  form: null,
  adjusting: null,
  caret: null,
  here: null,
  walk: null,
  overlay: null,
  pane: null,
  said: { text: '', count: 0 },
  others: [],
  pageAltered: false,
};
