import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnnotationView } from '@/lib/contract/annotation';
import { newId } from '@/lib/ids';
import { ok } from '@/lib/result';
import { deskStorage } from './desk-storage';
import { ARTICLE, context, EDITOR, idOf, mark, REVIEWER } from './example-marks';
import { keepUndo } from './keep-undo';
import { completeDraft, type OperationDraft } from './operation-draft';
import { Replica } from './replica';
import { UndoHistory } from './undo-history';
import { undoStorage, type UndoStorage } from './undo-storage';

const id = idOf(1);
const open: (() => void)[] = [];
const say = (note: string): OperationDraft => ({ kind: 'annotation.change', id, change: { note } });

/** A page that shows what the server has, whose server does everything at once, and which keeps its undo. */
function loadPage(
  marks: readonly AnnotationView[],
  person = REVIEWER.id,
  storage: UndoStorage = undoStorage,
) {
  const replica = new Replica(() => context(), marks);
  let seq = 100;
  const submit = (drafts: readonly OperationDraft[]): void => {
    for (const draft of drafts) {
      const { revision } = replica.get(draft.id) ?? { revision: 1 };
      const operation = completeDraft(draft, { operationId: newId(), revision });
      replica.expect(operation);
      seq += 1;
      const { operationId } = operation;
      replica.apply({ seq, operationId, actor: context().me, after: replica.get(draft.id)! });
    }
  };
  const history = new UndoHistory(replica, submit);
  const readStory = vi.fn(() =>
    Promise.resolve(ok({ items: [{ actor: REVIEWER }, { actor: EDITOR }] as never })),
  );
  const leave = keepUndo({
    ...{ person, articleId: ARTICLE, history, replica, storage },
    ready: () => Promise.resolve(),
    readStory,
  });
  open.push(leave);
  const run = (label: string, ...drafts: OperationDraft[]): void => {
    const before = history.snapshot(drafts.map((draft) => draft.id));
    submit(drafts);
    history.record(label, before);
  };
  return { replica, history, run, leave, readStory, marks: () => replica.query() };
}

/** Until the page has taken up what was kept, or there was nothing. */
const settled = (page: ReturnType<typeof loadPage>, label: string | null): Promise<void> =>
  vi.waitFor(() => expect(page.history.state.undo).toBe(label));

/** Leaves a page, and waits until the disk has what it kept. */
async function left(page: ReturnType<typeof loadPage>, steps: number): Promise<readonly AnnotationView[]> {
  page.leave();
  await vi.waitFor(async () => {
    const kept = await undoStorage.load(REVIEWER.id, ARTICLE);
    expect((kept?.undo.length ?? 0) + (kept?.redo.length ?? 0)).toBe(steps);
  });
  return page.marks();
}

beforeEach(async () => {
  await (await deskStorage()).clear('undo');
});

afterEach(() => {
  for (const leave of open.splice(0)) leave();
});

/** A page on which two notes were written, and which has been left. */
async function twoNotes(): Promise<readonly AnnotationView[]> {
  const page = loadPage([mark()]);
  await vi.waitFor(async () => expect(await undoStorage.load(REVIEWER.id, ARTICLE)).toBeNull());
  page.run('first note', say('one'));
  page.run('second note', say('two'));
  await vi.waitFor(async () => expect((await undoStorage.load(REVIEWER.id, ARTICLE))?.undo).toHaveLength(2));
  return left(page, 2);
}

describe('keepUndo', () => {
  it('goes back through steps from before a reload, and forth again', async () => {
    const page = loadPage(await twoNotes());
    await settled(page, 'second note');
    expect(page.history.undo()).toMatchObject({ label: 'second note', done: 1 });
    expect(page.replica.get(id)?.note).toBe('one');
    const again = loadPage(await left(page, 2));
    await settled(again, 'first note');
    expect(again.history.redo()).toMatchObject({ label: 'second note', done: 1 });
    expect(again.replica.get(id)?.note).toBe('two');
    again.history.undo();
    again.history.undo();
    expect(again.replica.get(id)?.note).toBeNull();
  });

  it('leaves alone what somebody changed between the pages, and says who', async () => {
    const [now] = await twoNotes();
    const page = loadPage([{ ...now!, note: 'theirs', revision: now!.revision + 1 }]);
    await settled(page, 'second note');
    expect(page.history.undo()).toMatchObject({ done: 0, left: [{ id, by: EDITOR }] });
    expect(page.replica.get(id)?.note).toBe('theirs');
  });

  it('remembers over a reload that somebody had changed it on the page before', async () => {
    const page = loadPage([mark()]);
    await settled(page, null);
    page.run('first note', say('one'));
    const now = page.replica.get(id)!;
    const after = { ...now, note: 'theirs', revision: now.revision + 1 };
    page.replica.apply({ seq: 200, operationId: newId(), actor: EDITOR, after });
    await vi.waitFor(async () =>
      expect((await undoStorage.load(REVIEWER.id, ARTICLE))?.undo[0]?.snapshots[0]).toMatchObject({
        revision: null,
        by: EDITOR,
      }),
    );
    const next = loadPage(await left(page, 1));
    await settled(next, 'first note');
    expect(next.history.undo()).toMatchObject({ done: 0, left: [{ id, by: EDITOR }] });
  });

  it('keeps what is done on the page before that was read on top', async () => {
    const marks = await twoNotes();
    const page = loadPage(marks);
    page.run('third note', say('three'));
    await vi.waitFor(() => expect(page.history.keep().undo).toHaveLength(3));
    expect(page.history.undo()).toMatchObject({ label: 'third note', done: 1 });
    expect(page.replica.get(id)?.note).toBe('two');
  });

  it('shows nobody what somebody else could undo', async () => {
    const marks = await twoNotes();
    const load = vi.fn((...of: Parameters<UndoStorage['load']>) => undoStorage.load(...of));
    const page = loadPage(marks, EDITOR.id, { ...undoStorage, load });
    await vi.waitFor(() => expect(load).toHaveBeenCalledWith(EDITOR.id, ARTICLE));
    await load.mock.results[0]?.value;
    expect(page.history.state).toEqual({ undo: null, redo: null });
  });

  it('lives as long as the page where the browser stores nothing', async () => {
    const refusing: UndoStorage = {
      load: () => Promise.reject(new Error('no')),
      save: () => Promise.reject(new Error('no')),
    };
    const page = loadPage([mark()], REVIEWER.id, refusing);
    page.run('first note', say('one'));
    expect(page.history.undo()).toMatchObject({ done: 1 });
  });
});
