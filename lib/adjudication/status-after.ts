import type { AnnotationStatus } from '@/lib/annotation/annotation';
import { unreachable } from '@/lib/result';
import type { Verdict } from './verdict';

/** The status a mark has after a verdict; null when the verdict means nothing there. */
export function statusAfter(status: AnnotationStatus, verdict: Verdict): AnnotationStatus | null {
  switch (verdict) {
    case 'accepted':
    case 'rejected':
    case 'sic':
    case 'merged':
      return verdict;
    case 'reopened':
      return status === 'open' ? null : 'open';
    default:
      return unreachable(verdict);
  }
}

/** What of a mark a decision was about. */
export interface Decided {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly value: string | null;
  readonly correction: string | null;
  readonly severity: string;
  readonly state: string | null;
}

const DECIDED_FIELDS = [
  'start',
  'end',
  'tag',
  'value',
  'correction',
  'severity',
  'state',
] as const satisfies readonly (keyof Decided)[];

/** Whether a change takes the ground from under a decision; a note or a related mark does not. Evidence always does. */
export const undoesDecision = (before: Decided, after: Decided): boolean =>
  DECIDED_FIELDS.some((field) => before[field] !== after[field]);
