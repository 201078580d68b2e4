/** Severities in rising order. The weights add up to an article's error score. */
export const SEVERITIES = ['note', 'minor', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SEVERITY_WEIGHTS: Readonly<Record<Severity, number>> = {
  note: 0,
  minor: 1,
  major: 5,
  critical: 25,
};

/** The palette of 12. Names only: screens and renderers decide on the shades for light, dark and high contrast. */
export const COLOURS = [
  'red',
  'orange',
  'amber',
  'lime',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'violet',
  'pink',
  'slate',
] as const;
export type Colour = (typeof COLOURS)[number];

/** In the order of the number row. */
export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
export type Digit = (typeof DIGITS)[number];

/** What a ready-to-publish text may be. */
export const NOTICE_TYPES = ['correction', 'clarification', 'editors-note', 'update'] as const;
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** Whether an annotation may or must carry something before an editor can accept it. */
export const REQUIREMENTS = ['none', 'optional', 'required'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export type TagValueRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** Where the value of a new annotation comes from. */
export const PREFILLS = ['selection', 'none'] as const;
export type Prefill = (typeof PREFILLS)[number];

/** A slug, fixed for the life of the schema: `name-variant`. */
export type TagKey = string;

/** A condition on an annotation: it holds when the state is one of `states` or the value is one of `values`. */
export interface TagCondition {
  readonly states: readonly string[];
  readonly values: readonly string[];
}

export interface TagDefinition {
  readonly key: TagKey;
  /** What people see and type; no `:`; unique in its schema whatever the case. */
  readonly label: string;
  readonly definition: string;
  readonly example: string;
  readonly colour: Colour;
  readonly digit: Digit | null;
  readonly severity: Severity;
  /** Values that start with another severity than the tag's own. */
  readonly severityByValue: Readonly<Record<string, Severity>>;
  readonly value: TagValueRule;
  /** What the value means, as a hint in the input: "the name as printed". Empty when there is no value. */
  readonly valueHint: string;
  readonly prefill: Prefill;
  /** The first one is where a new annotation starts. */
  readonly states: readonly string[] | null;
  readonly correction: Requirement;
  readonly evidence: Requirement;
  /** When evidence is required although `evidence` alone would not ask for it. */
  readonly evidenceWhen: TagCondition | null;
  /** The kinds of notice an accepted annotation may call for, the usual one first; empty for none. */
  readonly noticeTypes: readonly NoticeType[];
  /** Retired tags take no new annotations and keep showing on the old ones. */
  readonly retired: boolean;
}

export interface TagSchema {
  /** Counts up by one with each change. */
  readonly version: number;
  /** In the order in which they are listed. */
  readonly tags: readonly TagDefinition[];
}

/** These two exist in every schema; they may be relabelled, never retired. */
export const PERMANENT_TAGS: readonly TagKey[] = ['name', 'quote'];

/** Longest value of a tag, in code points. */
export const VALUE_MAX = 1_000;
