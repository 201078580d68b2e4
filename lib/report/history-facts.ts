/** What somebody did to a mark. */
export const HISTORY_DEEDS = [
  ...(['marked', 'changed', 'deleted', 'restored', 'evidence added', 'evidence removed'] as const),
  ...(['accepted', 'rejected', 'sic', 'merged', 'reopened'] as const),
] as const;
export type HistoryDeed = (typeof HISTORY_DEEDS)[number];

/** What happened to a mark once. What people wrote is not in it: that may be what was taken back. */
export interface HistoryStep {
  readonly markId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly personId: string;
  readonly deed: HistoryDeed;
  /** For a change: the names of what was changed (`correction`, `place`). */
  readonly fields: readonly string[];
}

/** Decisions are an editor's, the rest is whose it is. */
export const isDecision = (deed: HistoryDeed): boolean =>
  ['accepted', 'rejected', 'sic', 'merged', 'reopened'].includes(deed);
