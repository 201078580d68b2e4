import { describe, expect, it, vi } from 'vitest';
import type { Operation } from '@/lib/contract/operation';
import { Replica } from './replica';
import { context, creation, EDITOR, idOf, mark, REVIEWER } from './example-marks';

const id = idOf(1);
const note = (n: number, text: string): Operation => ({
  kind: 'annotation.change',
  operationId: idOf(2_000 + n),
  id,
  revision: n,
  change: { note: text },
});
const told = (seq: number, operationId: string, after = mark(), actor = REVIEWER) => ({
  seq,
  operationId,
  actor,
  after,
});

describe('Replica', () => {
  it('shows what is expected at once and settles with what the server says', () => {
    const replica = new Replica(() => context(), []);
    replica.expect(creation(1));
    expect(replica.get(id)).toMatchObject({ exact: 'Soyug-FG', severity: 'major' });
    expect(replica.isPending(id)).toBe(true);
    const after = mark({ note: 'from the server' });
    replica.apply(told(1, creation(1).operationId, after));
    expect(replica.get(id)).toBe(after);
    expect(replica.isPending(id)).toBe(false);
  });

  it('rolls a refused operation back and keeps the others', () => {
    const replica = new Replica(() => context(), [mark()]);
    replica.expect(note(1, 'one'));
    replica.expect({ ...note(2, ''), change: { severity: 'minor' } } as Operation);
    replica.withdraw(note(1, 'one'));
    expect(replica.get(id)).toMatchObject({ note: null, severity: 'minor', revision: 2 });
  });

  it('forgets a mark whose creation was refused', () => {
    const replica = new Replica(() => context(), []);
    replica.expect(creation(1));
    replica.withdraw(creation(1));
    expect(replica.get(id)).toBeUndefined();
    expect(replica.query()).toEqual([]);
  });

  it('keeps the newest, whatever the order in which events arrive', () => {
    const replica = new Replica(() => context(), [mark()]);
    replica.apply(told(9, idOf(91), mark({ note: 'newer', revision: 3 })));
    replica.apply(told(8, idOf(90), mark({ note: 'older', revision: 2 })));
    expect(replica.get(id)?.note).toBe('newer');
  });

  it('does not do an operation twice when its event comes before its answer', () => {
    const replica = new Replica(() => context(), [mark()]);
    const add: Operation = {
      kind: 'evidence.add',
      operationId: idOf(70),
      id,
      revision: 1,
      evidenceId: idOf(71),
      evidence: { note: 'seen', relation: 'supports' },
    };
    replica.expect(add);
    const after = replica.get(id)!;
    replica.apply(told(4, add.operationId, after));
    replica.apply(told(4, add.operationId, after));
    expect(replica.get(id)?.evidence).toHaveLength(1);
  });

  it('counts what others do and not what this window does', () => {
    const replica = new Replica(() => context(), [mark()]);
    replica.expect(note(1, 'mine'));
    replica.apply(told(1, note(1, '').operationId, mark({ note: 'mine', revision: 2 })));
    expect(replica.foreign(id)).toEqual({ count: 0, by: null });
    replica.apply(told(2, idOf(99), mark({ note: 'theirs', revision: 3 }), EDITOR));
    expect(replica.foreign(id)).toEqual({ count: 1, by: EDITOR });
    replica.apply(told(2, idOf(99), mark({ note: 'theirs', revision: 3 }), EDITOR));
    expect(replica.foreign(id)).toEqual({ count: 1, by: EDITOR });
  });

  it('names the revision somebody saw, moved by what this window does and by nothing else', () => {
    const replica = new Replica(() => context(), [mark({ revision: 3 })]);
    const opened = replica.seen(id);
    expect(replica.revisionFrom(id, opened)).toBe(3);
    replica.apply(told(5, idOf(99), mark({ note: 'theirs', revision: 4 }), EDITOR));
    expect(replica.revisionFrom(id, opened)).toBe(3);
    replica.expect(note(1, 'mine'));
    expect(replica.revisionFrom(id, opened)).toBe(4);
    const predicted = replica.seen(id);
    expect(predicted.revision).toBe(5);
    replica.withdraw(note(1, ''));
    expect(replica.revisionFrom(id, opened)).toBe(3);
    expect(replica.revisionFrom(id, predicted)).toBe(4);
  });

  it('does not let a prediction that was refused match what somebody else has made', () => {
    const replica = new Replica(() => context(), [mark({ revision: 3 })]);
    replica.expect(note(3, 'mine'));
    const opened = replica.seen(id);
    replica.withdraw(note(3, ''));
    replica.apply(told(5, idOf(99), mark({ note: 'theirs', revision: 4 }), EDITOR));
    expect(opened.revision).toBe(4);
    expect(replica.revisionFrom(id, opened)).toBe(3);
  });

  it('tells a card of its own mark only, and all at once of a batch', () => {
    const replica = new Replica(() => context(), [mark(), mark({ id: idOf(2) })]);
    const [card, all] = [vi.fn(), vi.fn()];
    replica.subscribeTo(idOf(2), card);
    replica.subscribe(all);
    replica.expect(note(1, 'x'));
    expect(card).not.toHaveBeenCalled();
    replica.batch(() => {
      replica.expect(note(2, 'y'));
      replica.expect({ kind: 'annotation.delete', operationId: idOf(72), id: idOf(2), revision: 1 });
    });
    expect(card).toHaveBeenCalledOnce();
    expect(all.mock.calls).toEqual([[[id]], [[id, idOf(2)]]]);
  });

  it('takes what an article comes with at once, and of two states of a mark the newer one', () => {
    const replica = new Replica(() => context());
    const all = vi.fn();
    replica.subscribe(all);
    const newer = mark({ revision: 2, start: 9, note: 'newer' });
    const early = mark({ id: idOf(2), start: 2, end: 4 });
    replica.load([newer, early, mark()]);
    expect(replica.query()).toEqual([early, newer]);
    expect(all).toHaveBeenCalledOnce();
    replica.apply(told(1, idOf(99), mark({ revision: 3, start: 0, end: 1 }), EDITOR));
    expect(replica.query().map(({ revision }) => revision)).toEqual([3, early.revision]);
  });

  it('takes the rest of many later, whatever has moved meanwhile', () => {
    const [first, other] = [
      mark({ id: idOf(1), start: 9, end: 12 }),
      mark({ id: idOf(2), start: 5, end: 6 }),
    ];
    const replica = new Replica(() => context(), [first]);
    replica.apply(told(1, idOf(99), { ...first, revision: 2, start: 2, end: 3 }, EDITOR));
    replica.load([first, other]);
    expect(replica.query().map(({ id, start }) => [id, start])).toEqual([
      [idOf(1), 2],
      [idOf(2), 5],
    ]);
  });

  it('lists by place, and gives the same list until something changes', () => {
    const [late, early] = [mark({ id: idOf(1), start: 9 }), mark({ id: idOf(2), start: 2, end: 4 })];
    const replica = new Replica(() => context(), [late, early]);
    expect(replica.query()).toEqual([early, late]);
    expect(replica.query()).toBe(replica.query());
    expect(replica.query({ text: 'ROCKET', deleted: 'exclude' })).toEqual([]);
  });
});
