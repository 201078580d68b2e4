/** What a piece of evidence is to the mark it rests under. */
export const EVIDENCE_RELATIONS = ['supports', 'contradicts', 'context'] as const;
export type EvidenceRelation = (typeof EVIDENCE_RELATIONS)[number];

/** How that is said: what evidence speaks against is what the article says, and not the mark. */
export const RELATION_WORDS: Readonly<Record<EvidenceRelation, string>> = {
  supports: 'supports',
  contradicts: 'contradicts the text as it stands',
  context: 'context',
};
