import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnnotationView } from '@/lib/contract/annotation';
import { NO_EVIDENCE } from '@/lib/contract/plain/evidence';
import { applyOperation } from './apply-operation';
import { completeDraft } from './operation-draft';
import { operationsTowards } from './operations-towards';
import { context, EDITOR, idOf, mark, NOW, REVIEWER } from './example-marks';

// As the guess has it before the server says more.
const SOURCE = { id: idOf(9), number: 0, title: '' };

const evidence = fc
  .record({
    url: fc.constantFrom('https://example.org/a', 'https://example.org/b', null),
    note: fc.constantFrom('seen', 'heard'),
    relation: fc.constantFrom('supports' as const, 'contradicts' as const),
    place: fc.constantFrom(
      {},
      { source: SOURCE },
      { source: SOURCE, excerpt: '🚀', start: 3, end: 4, prefix: 'the ', suffix: '' },
    ),
  })
  .map(({ place, ...each }) => ({ ...NO_EVIDENCE, by: REVIEWER, at: NOW, ...each, ...place }));

const decided = fc.constantFrom('open', 'accepted', 'rejected', 'sic', 'merged').map((status) => ({
  status,
  decision:
    status === 'open'
      ? null
      : {
          id: idOf(40),
          verdict: status,
          revision: 1,
          intoId: status === 'merged' ? idOf(2) : null,
          correction: status === 'accepted' ? 'Soyuz FG' : null,
          reason: status === 'rejected' ? 'no' : null,
          editor: EDITOR,
          at: NOW,
        },
}));

const view = fc
  .record({
    place: fc.constantFrom({ start: 5, end: 13, exact: 'Soyug-FG' }, { start: 27, end: 28, exact: '🚀' }),
    tag: fc.constantFrom('name', 'quote'),
    value: fc.constantFrom('Soyug-FG', null),
    correction: fc.constantFrom('Soyuz-FG', '', null),
    note: fc.constantFrom('why', null),
    deletedAt: fc.constantFrom(NOW, null),
    evidence: fc.array(evidence, { maxLength: 3 }),
    decided,
  })
  .map(({ place, decided, evidence, ...rest }) =>
    mark({
      ...place,
      ...rest,
      ...(decided as Partial<AnnotationView>),
      evidence: evidence.map((each, index) => ({ ...each, id: idOf(100 + index) })),
    }),
  );

/** What an annotation says, without what counts or dates it. */
const said = ({
  start,
  end,
  exact,
  tag,
  value,
  correction,
  note,
  status,
  deletedAt,
  evidence,
  decision,
}: AnnotationView) => ({
  place: [start, end, exact],
  bodies: [tag, value, correction, note],
  status,
  deleted: deletedAt !== null,
  evidence: evidence
    .map(({ url, source, note, start, relation }) => JSON.stringify([url, source?.id, note, start, relation]))
    .toSorted(),
  decision: status === 'open' ? null : [decision?.intoId, decision?.correction, decision?.reason],
});

it('leads from any state of an annotation to any other', () => {
  fc.assert(
    fc.property(view, view, (current, target) => {
      let next = 200;
      let reached: AnnotationView = current;
      for (const draft of operationsTowards(current, target, () => idOf((next += 1)))) {
        const operation = completeDraft(draft, {
          operationId: idOf((next += 1)),
          revision: reached.revision,
        });
        const deleted = reached.deletedAt !== null;
        expect(deleted && operation.kind !== 'annotation.restore').toBe(false);
        reached = applyOperation(reached, operation, context(EDITOR))!;
      }
      expect(said(reached)).toEqual(said(target));
    }),
    { numRuns: 500 },
  );
});

it('does nothing where nothing differs', () => {
  fc.assert(
    fc.property(view, (same) => {
      expect(operationsTowards(same, same, () => idOf(1))).toEqual([]);
    }),
  );
});

it('takes back a creation by deleting, once', () => {
  const { id } = mark();
  expect(operationsTowards(mark(), null, () => id)).toEqual([{ kind: 'annotation.delete', id }]);
  expect(operationsTowards(mark({ deletedAt: NOW }), null, () => id)).toEqual([]);
});
