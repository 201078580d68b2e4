import type { AnnotationStatus } from '@/lib/annotation/annotation';

/** What of a mark says which correction counts. */
export interface Correctable {
  readonly status: AnnotationStatus;
  readonly correction: string | null;
  /** The newest decision, whatever came after it. */
  readonly decision: { readonly correction: string | null } | null;
}

/**
 * The correction that goes into the text: the editor's where an accepted mark was accepted with another one, else the
 * proposed one. Null for none, the empty string deletes.
 */
export const effectiveCorrection = ({ status, correction, decision }: Correctable): string | null =>
  status === 'accepted' ? (decision?.correction ?? correction) : correction;
