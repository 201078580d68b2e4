import type { HouseStyle } from '../house-style';

/** What one rule alone finds in a text, as `exact → correction (confidence)`; for tests. */
export interface RuleCase {
  readonly text: string;
  readonly found: readonly string[];
  readonly sources?: readonly string[];
  readonly knownNames?: readonly string[];
  readonly published?: string;
  readonly houseStyle?: HouseStyle;
}

/** By what is shown. */
export type Cases = Readonly<Record<string, RuleCase>>;

/** Texts in which the rule finds nothing. */
export const nothing = (...texts: string[]): Cases =>
  Object.fromEntries(texts.map((text) => [`nothing: ${text.slice(0, 60)}`, { text, found: [] }]));
