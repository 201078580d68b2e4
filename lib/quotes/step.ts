/** A step along both wordings: a word they share, one of the passage alone (`source` null) or of the source alone. */
export interface Step {
  /** Index into the passage's words. */
  readonly passage: number | null;
  /** Index into the source's words. */
  readonly source: number | null;
}

export const isKept = ({ passage, source }: Step): boolean => passage !== null && source !== null;
