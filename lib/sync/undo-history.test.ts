import { describe, expect, it } from 'vitest';
import type { AnnotationView } from '@/lib/contract/annotation';
import { newId } from '@/lib/ids';
import { completeDraft, type OperationDraft } from './operation-draft';
import { Replica } from './replica';
import { UndoHistory } from './undo-history';
import { context, EDITOR, idOf, mark } from './example-marks';

/** A replica and its history, on a server that does everything at once. */
function start(...marks: AnnotationView[]) {
  const replica = new Replica(() => context(), marks);
  let seq = 0;
  const submit = (drafts: readonly OperationDraft[]): void => {
    for (const draft of drafts) {
      const operation = completeDraft(draft, {
        operationId: newId(),
        revision: replica.get(draft.id)?.revision ?? 1,
      });
      replica.expect(operation);
      seq += 1;
      const { operationId } = operation;
      replica.apply({ seq, operationId, actor: context().me, after: replica.get(draft.id)! });
    }
  };
  const history = new UndoHistory(replica, submit);
  const run = (label: string, ...drafts: OperationDraft[]): void => {
    const before = history.snapshot(drafts.map(({ id }) => id));
    submit(drafts);
    history.record(label, before);
  };
  const somebodyElse = (id: string, over: Partial<AnnotationView>): void => {
    const now = replica.get(id)!;
    seq += 1;
    const after = { ...now, ...over, revision: now.revision + 1 };
    replica.apply({ seq, operationId: newId(), actor: EDITOR, after });
  };
  return { replica, history, run, somebodyElse };
}

const id = idOf(1);
const say = (note: string, of = id): OperationDraft => ({
  kind: 'annotation.change',
  id: of,
  change: { note },
});

describe('UndoHistory', () => {
  it('goes back and forth through several steps', () => {
    const { replica, history, run } = start(mark());
    run('first note', say('one'));
    run('second note', say('two'));
    expect(history.state).toEqual({ undo: 'second note', redo: null });
    expect(history.undo()).toMatchObject({ label: 'second note', done: 1 });
    expect(replica.get(id)?.note).toBe('one');
    history.undo();
    expect(replica.get(id)?.note).toBeNull();
    expect(history.undo()).toBeNull();
    history.redo();
    history.redo();
    expect(replica.get(id)?.note).toBe('two');
    expect(history.state).toEqual({ undo: 'second note', redo: null });
  });

  it('takes a bulk action back as one', () => {
    const all = [1, 2, 3].map((n) => mark({ id: idOf(n) }));
    const { replica, history, run } = start(...all);
    run(
      'sic',
      ...all.map(({ id }) => ({ kind: 'annotation.decide', id, decision: { verdict: 'sic' } }) as const),
    );
    expect(history.undo()).toMatchObject({ done: 3, left: [] });
    expect(replica.query().map(({ status }) => status)).toEqual(['open', 'open', 'open']);
  });

  it('leaves alone what somebody else has changed since, and says who', () => {
    const { replica, history, run, somebodyElse } = start(mark(), mark({ id: idOf(2) }));
    run('notes', say('mine'), say('mine', idOf(2)));
    somebodyElse(id, { note: 'theirs' });
    expect(history.undo()).toEqual({ label: 'notes', done: 1, left: [{ id, by: EDITOR }] });
    expect(replica.get(id)?.note).toBe('theirs');
    expect(replica.get(idOf(2))?.note).toBeNull();
  });

  it('does not mind what others did before', () => {
    const { replica, history, run, somebodyElse } = start(mark());
    somebodyElse(id, { note: 'theirs' });
    run('note', say('mine'));
    expect(history.undo()).toMatchObject({ done: 1 });
    expect(replica.get(id)?.note).toBe('theirs');
  });

  it('a new action ends what could be redone', () => {
    const { history, run } = start(mark());
    run('one', say('one'));
    history.undo();
    run('two', say('two'));
    expect(history.redo()).toBeNull();
  });

  it('passes over steps that were refused', () => {
    const { replica, history, run } = start(mark());
    run('note', say('mine'));
    history.record('refused', history.snapshot([id, idOf(9)]));
    expect(history.undo()).toMatchObject({ label: 'note' });
    expect(replica.get(id)?.note).toBeNull();
  });
});
