import { describe, expect, it } from 'vitest';
import type { AnnotationView } from '@/lib/contract/annotation';
import { NO_EVIDENCE } from '@/lib/contract/plain/evidence';
import type { Operation } from '@/lib/contract/operation';
import { applyOperation } from './apply-operation';
import { completeDraft, type OperationDraft } from './operation-draft';
import { context, creation, EDITOR, idOf, mark, NOW, REVIEWER, VERSION } from './example-marks';

const id = idOf(1);
const op = (draft: OperationDraft): Operation => completeDraft(draft, { operationId: idOf(77), revision: 1 });
const evidence = {
  ...NO_EVIDENCE,
  id: idOf(50),
  url: 'https://example.org/',
  by: REVIEWER,
  at: NOW,
} as const;
const rejected = {
  id: idOf(60),
  verdict: 'rejected',
  revision: 1,
  intoId: null,
  correction: null,
  reason: 'no',
  editor: EDITOR,
  at: NOW,
} as const;

type Case = { before?: AnnotationView; does: OperationDraft; after: Partial<AnnotationView> };

const CASES: Record<string, Case> = {
  'a change keeps what it leaves out': {
    does: { kind: 'annotation.change', id, change: { note: 'why' } },
    after: { note: 'why', value: 'Soyug-FG', correction: 'Soyuz-FG', revision: 2, status: 'open' },
  },
  'null clears': {
    does: { kind: 'annotation.change', id, change: { correction: null } },
    after: { correction: null },
  },
  'another tag brings its label': {
    does: { kind: 'annotation.change', id, change: { tag: 'quote', value: null } },
    after: { tag: 'quote', tagLabel: 'quote', value: null },
  },
  'a moved span brings its text and context': {
    does: { kind: 'annotation.change', id, change: { start: 27, end: 28, exact: '🚀' } },
    after: { start: 27, end: 28, exact: '🚀', prefix: 'On a Soyug-FG rocket.\n\nThe ', suffix: ' flew on.' },
  },
  'a change to what was decided opens it': {
    before: mark({ status: 'rejected', decision: rejected }),
    does: { kind: 'annotation.change', id, change: { severity: 'minor' } },
    after: { severity: 'minor', status: 'open', changedSinceDecision: true, decision: rejected },
  },
  'a note leaves the decision alone': {
    before: mark({ status: 'rejected', decision: rejected }),
    does: { kind: 'annotation.change', id, change: { note: 'why' } },
    after: { note: 'why', status: 'rejected', changedSinceDecision: false },
  },
  'after reopening, a change is nothing special': {
    before: mark({ decision: { ...rejected, verdict: 'reopened' } }),
    does: { kind: 'annotation.change', id, change: { severity: 'minor' } },
    after: { status: 'open', changedSinceDecision: false },
  },
  'a state that the new tag does not know gives way to its first': {
    before: mark({ tag: 'quote', state: 'verbatim' }),
    does: { kind: 'annotation.change', id, change: { tag: 'claim' } },
    after: { tag: 'claim', state: 'unchecked' },
  },
  'a deletion keeps everything else': {
    before: mark({ status: 'rejected', decision: rejected }),
    does: { kind: 'annotation.delete', id },
    after: { deletedAt: NOW, status: 'rejected', correction: 'Soyuz-FG' },
  },
  'restoring takes it out of the trash': {
    before: mark({ deletedAt: NOW }),
    does: { kind: 'annotation.restore', id },
    after: { deletedAt: null },
  },
  'a verdict is the status': {
    does: { kind: 'annotation.decide', id, decision: { verdict: 'accepted', correction: 'Soyuz FG' } },
    after: { status: 'accepted', correction: 'Soyuz-FG' },
  },
  'reopening opens': {
    before: mark({ status: 'rejected', decision: rejected }),
    does: { kind: 'annotation.decide', id, decision: { verdict: 'reopened' } },
    after: { status: 'open', changedSinceDecision: false },
  },
  'evidence is added at the end': {
    before: mark({ evidence: [evidence] }),
    does: { kind: 'evidence.add', id, evidenceId: idOf(51), evidence: { note: 'seen', relation: 'context' } },
    after: {
      evidence: [
        evidence,
        { ...evidence, id: idOf(51), url: null, note: 'seen', relation: 'context', by: REVIEWER },
      ],
    },
  },
  'evidence from a source names it, and waits for its number': {
    does: {
      kind: 'evidence.add',
      id,
      evidenceId: idOf(51),
      evidence: { sourceId: idOf(9), excerpt: 'Soyuz', start: 4, end: 9, relation: 'supports' },
    },
    after: {
      evidence: [
        {
          ...evidence,
          ...{ id: idOf(51), url: null, by: REVIEWER, excerpt: 'Soyuz', start: 4, end: 9 },
          source: { id: idOf(9), number: 0, title: '' },
        },
      ],
    },
  },
  'evidence is removed by its id': {
    before: mark({ evidence: [evidence], status: 'rejected', decision: rejected }),
    does: { kind: 'evidence.remove', id, evidenceId: evidence.id },
    after: { evidence: [], status: 'open', changedSinceDecision: true },
  },
};

describe('applyOperation', () => {
  for (const [name, { before = mark(), does, after }] of Object.entries(CASES)) {
    it(name, () => expect(applyOperation(before, op(does), context())).toMatchObject(after));
  }

  it('makes a mark with what its tag starts with', () => {
    expect(applyOperation(null, creation(1), context())).toEqual(
      mark({ correction: null, createdAt: NOW, updatedAt: NOW }),
    );
  });

  it('makes a mark with a link as evidence', () => {
    const annotation = {
      versionId: VERSION,
      start: 0,
      end: 2,
      exact: 'On',
      tag: 'quote',
      evidenceUrl: 'https://e.org/',
    };
    const made = applyOperation(null, op({ kind: 'annotation.create', id, annotation }), context());
    expect(made).toMatchObject({ state: 'unchecked', evidence: [{ url: 'https://e.org/', note: null }] });
  });

  it('leaves nothing where there is nothing', () => {
    expect(applyOperation(null, op({ kind: 'annotation.delete', id }), context())).toBeNull();
  });
});
