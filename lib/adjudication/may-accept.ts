import { needsCorrection, needsEvidence } from '@/lib/schema/tag-rules';
import type { TagDefinition } from '@/lib/schema/tag-schema';

/** What of a mark its tag's rules look at when an editor accepts it. */
export interface Acceptable {
  readonly value: string | null;
  readonly state: string | null;
  /** The one that would be in force: the editor's, if there is one, else the proposed one. */
  readonly correction: string | null;
  /** How many pieces of evidence it has; a link or a note is one. */
  readonly evidence: number;
}

/** What is missing, in the codes the API answers with. */
export type Missing = 'correction-required' | 'evidence-required';

/** Everything that keeps a mark from being accepted; empty when nothing does. Other verdicts ask for nothing. */
export function missingForAcceptance(tag: TagDefinition, mark: Acceptable): readonly Missing[] {
  return [
    ...(needsCorrection(tag) && mark.correction === null ? ['correction-required' as const] : []),
    ...(needsEvidence(tag, mark) && mark.evidence === 0 ? ['evidence-required' as const] : []),
  ];
}
