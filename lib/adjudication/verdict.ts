/** What an editor may say of an annotation. */
export const VERDICTS = ['accepted', 'rejected', 'sic', 'merged', 'reopened'] as const;
export type Verdict = (typeof VERDICTS)[number];
