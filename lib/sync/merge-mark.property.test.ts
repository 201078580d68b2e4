import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoesDecision } from '@/lib/adjudication/status-after';
import type { AnnotationView } from '@/lib/contract/annotation';
import { applyOperation } from './apply-operation';
import { context, EDITOR, idOf, mark, REVIEWER } from './example-marks';
import { mergeMark, type Choices, type Collision } from './merge-mark';
import { completeDraft, type OperationDraft } from './operation-draft';
import { operationsTowards } from './operations-towards';

const id = idOf(1);
const text = fc.constantFrom(null, '', 'Soyuz-FG', '👩‍👩‍👧‍👦', 'נכון', 'cafe\u0301', 'no, no');
const said = fc.constantFrom('a', '👩‍🚀', 'שלום', 'e\u0301');

/** What one person may do to a mark in one step. */
const draft: fc.Arbitrary<OperationDraft> = fc.oneof(
  fc
    .record(
      {
        note: text,
        correction: text,
        value: text,
        severity: fc.constantFrom('minor', 'critical'),
        tag: fc.constantFrom('spelling', 'quote'),
      },
      { requiredKeys: [] },
    )
    .filter((change) => Object.keys(change).length > 0)
    .map((change): OperationDraft => ({ kind: 'annotation.change', id, change })),
  fc
    .constantFrom({ start: 5, end: 10, exact: 'Soyug' }, { start: 0, end: 13, exact: 'On a Soyug-FG' })
    .map((change): OperationDraft => ({ kind: 'annotation.change', id, change })),
  fc.constant<OperationDraft>({ kind: 'annotation.delete', id }),
  fc.constant<OperationDraft>({ kind: 'annotation.restore', id }),
  fc
    .constantFrom<'accepted' | 'rejected' | 'sic' | 'reopened'>('accepted', 'rejected', 'sic', 'reopened')
    .chain((verdict) =>
      said.map((reason): OperationDraft => ({
        kind: 'annotation.decide',
        id,
        decision: { verdict, reason },
      })),
    ),
  fc.tuple(fc.integer({ min: 1, max: 1e9 }), said).map(([n, note]): OperationDraft => ({
    kind: 'evidence.add',
    id,
    evidenceId: idOf(1e9 + n),
    evidence: { note, relation: 'supports' },
  })),
);

let operations = 0;

/** Steps as the server takes them: what is in the trash can only be restored, what is not there cannot be reopened. */
function after(start: AnnotationView, drafts: readonly OperationDraft[], me = REVIEWER): AnnotationView {
  return drafts.reduce((view, step) => {
    if ((view.deletedAt !== null) !== (step.kind === 'annotation.restore')) return view;
    if (step.kind === 'annotation.decide' && step.decision.verdict === 'reopened' && view.status === 'open')
      return view;
    operations += 1;
    const head = { operationId: idOf(100_000 + operations), revision: view.revision };
    return applyOperation(view, completeDraft(step, head), context(me))!;
  }, start);
}

const steps = fc.array(draft, { maxLength: 4 });
const three = fc.tuple(steps, steps, steps).map(([before, mine, others]) => {
  const base = after(mark(), before, EDITOR);
  return { base, yours: after(base, mine), theirs: after(base, others, EDITOR) };
});
const ALL: readonly Collision[] = [
  ...(['presence', 'decision', 'place', 'tag', 'value', 'state', 'severity'] as const),
  ...(['correction', 'note', 'relatedId'] as const),
];
const everything = (side: 'yours' | 'theirs'): Choices =>
  Object.fromEntries(ALL.map((collision) => [collision, side]));
const FIELDS = [
  'start',
  'end',
  'exact',
  'tag',
  'value',
  'severity',
  'state',
  'correction',
  'note',
  'relatedId',
] as const;
/** What counts of a mark: not its revision, nor when something happened. */
const says = (view: AnnotationView): unknown => [
  FIELDS.map((field) => view[field]),
  view.deletedAt !== null,
  view.evidence.map((each) => each.id).sort(),
  view.status,
];

describe('mergeMark', () => {
  it('takes theirs where you did nothing, and yours where they did nothing', () => {
    fc.assert(
      fc.property(three, ({ base, yours, theirs }) => {
        expect(mergeMark(base, base, theirs)).toEqual({ target: theirs, collisions: [] });
        const alone = mergeMark(base, yours, base);
        expect(alone.collisions).toEqual([]);
        expect(says(alone.target)).toEqual(says(yours));
      }),
    );
  });

  it('has nothing to ask where both want the same', () => {
    fc.assert(
      fc.property(three, ({ base, yours }) => {
        const { target, collisions } = mergeMark(base, yours, yours);
        expect([collisions, says(target)]).toEqual([[], says(yours)]);
      }),
    );
  });

  it('finds the same to ask, whoever came first', () => {
    fc.assert(
      fc.property(three, ({ base, yours, theirs }) => {
        const ask = (a: AnnotationView, b: AnnotationView) => [...mergeMark(base, a, b).collisions].sort();
        expect(ask(yours, theirs)).toEqual(ask(theirs, yours));
      }),
    );
  });

  it('overwrites nothing of theirs unasked', () => {
    fc.assert(
      fc.property(three, ({ base, yours, theirs }) => {
        const { target } = mergeMark(base, yours, theirs);
        for (const field of FIELDS) {
          if (theirs[field] !== base[field]) expect([field, target[field]]).toEqual([field, theirs[field]]);
        }
        if (theirs.deletedAt !== base.deletedAt) expect(target.deletedAt).toBe(theirs.deletedAt);
        if (
          theirs.decision?.id !== base.decision?.id &&
          theirs.status !== 'open' &&
          theirs.deletedAt === null
        )
          expect(target.status).toBe(theirs.status);
        for (const { id: added } of theirs.evidence.filter(
          (each) => !base.evidence.some((old) => old.id === each.id),
        ))
          expect(target.evidence.map((each) => each.id)).toContain(added);
      }),
    );
  });

  it('loses nothing of yours but what it asks about', () => {
    fc.assert(
      fc.property(three, ({ base, yours, theirs }) => {
        const { target, collisions } = mergeMark(base, yours, theirs);
        if (collisions.length > 0 || target.deletedAt !== null) return;
        for (const field of FIELDS) {
          if (yours[field] !== base[field]) expect([field, target[field]]).toEqual([field, yours[field]]);
        }
      }),
    );
  });

  it('gives you what you choose', () => {
    fc.assert(
      fc.property(three, ({ base, yours, theirs }) => {
        const { target } = mergeMark(base, yours, theirs, everything('yours'));
        if (yours.deletedAt !== base.deletedAt && base.deletedAt === null)
          expect(target.deletedAt).not.toBeNull();
        if (yours.deletedAt !== null || target.deletedAt !== null) return;
        for (const field of ['start', 'correction', 'note', 'severity', 'tag'] as const) {
          if (yours[field] !== base[field]) expect([field, target[field]]).toEqual([field, yours[field]]);
        }
      }),
    );
  });

  it('carries no decision over to a mark that it was not made on', () => {
    fc.assert(
      fc.property(three, ({ base, yours, theirs }) => {
        const { target } = mergeMark(base, yours, theirs);
        if (target.status === 'open' || target.deletedAt !== null) return;
        const decided = [yours, theirs].filter(({ status }) => status === target.status);
        expect(decided.some((view) => !undoesDecision(view, target))).toBe(true);
      }),
    );
  });

  it('can be done: the operations it leads to end where it says', () => {
    fc.assert(
      fc.property(three, fc.constantFrom('yours', 'theirs'), ({ base, yours, theirs }, side) => {
        const { target } = mergeMark(base, yours, theirs, everything(side));
        let n = 0;
        const drafts = operationsTowards(theirs, target, () => idOf(900_000 + (n += 1)));
        const end = after(theirs, drafts);
        for (const field of FIELDS) expect([field, end[field]]).toEqual([field, target[field]]);
        expect([end.deletedAt === null, end.status]).toEqual([target.deletedAt === null, target.status]);
      }),
    );
  });
});
