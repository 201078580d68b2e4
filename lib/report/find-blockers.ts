import { missingForAcceptance, type Missing } from '@/lib/adjudication/may-accept';
import { tagByKey } from '@/lib/schema/find-tag';
import type { Report, ReportMark } from './report';
import type { ReportFacts } from './report-input';
import { byPosition } from './select-marks';

/** A mark as far as one has to recognise it. */
export interface MarkRef {
  readonly id: string;
  /** Its row in the report; null where the report leaves it out. */
  readonly number: number | null;
  readonly exact: string;
  readonly shouldRead: string | null;
}

/** What an editor would want to settle before a report goes out. Only collisions stop a format. */
export interface Blockers {
  /** Accepted corrections that cannot both be made. */
  readonly collisions: readonly (readonly [MarkRef, MarkRef])[];
  /** Those of them that are not made since another one is; none where colliding ones are refused. */
  readonly gaveWay: readonly MarkRef[];
  /** Accepted marks that the tag's rules, as they are now, would not let pass. */
  readonly incomplete: readonly { readonly mark: MarkRef; readonly missing: readonly Missing[] }[];
  /** Marks of the version that nobody has decided on, whatever the report takes in; in the order of the text. */
  readonly undecided: readonly MarkRef[];
}

/** Looks through a report and what it was made of. */
export function findBlockers({ schema, annotations }: ReportFacts, { rows, changes }: Report): Blockers {
  const refs = new Map(
    rows.flatMap(({ number, marks }) =>
      marks.map(({ id, exact, shouldRead }): [string, MarkRef] => [id, { id, number, exact, shouldRead }]),
    ),
  );
  const refOf = (id: string): MarkRef => {
    const ref = refs.get(id);
    if (!ref) throw new Error(`The mark ${id} collides outside of its report`);
    return ref;
  };
  const missingOf = (mark: ReportMark): readonly Missing[] => {
    const tag = tagByKey(schema, mark.tag.key);
    const { value, state, shouldRead, evidence } = mark;
    return tag
      ? missingForAcceptance(tag, { value, state, correction: shouldRead, evidence: evidence.length })
      : [];
  };
  return {
    collisions: changes.collisions.map(([a, b]) => [refOf(a), refOf(b)] as const),
    gaveWay: rows
      .flatMap(({ marks }) => marks)
      .filter(({ gaveWay }) => gaveWay)
      .map(({ id }) => refOf(id)),
    incomplete: rows
      .flatMap(({ marks }) => marks)
      .filter(({ status }) => status === 'accepted')
      .map((mark) => ({ mark: refOf(mark.id), missing: missingOf(mark) }))
      .filter(({ missing }) => missing.length > 0),
    undecided: annotations
      .filter(({ status }) => status === 'open')
      .toSorted(byPosition)
      .map(
        ({ id, exact, correction: shouldRead }) => refs.get(id) ?? { id, number: null, exact, shouldRead },
      ),
  };
}
