import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { FailureCode } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import { ExampleBrowser } from '@/lib/sync/example-browser';
import { EDITOR, idOf, mark } from '@/lib/sync/example-marks';
import { DeskModel } from './desk-model';
import { EXAMPLE_DESK } from './example-desk';
import { watchRefusals } from './watch-refusals';

const said = vi.hoisted(() => ({ notifyFailure: vi.fn(), notifyConflict: vi.fn() }));
vi.mock('@/app/_ui/toast', () => said);

const DETAIL = 'The server would not.';

/** A desk whose server refuses every operation with a code. */
function refusedDesk(code: FailureCode, current?: AnnotationView): DeskModel {
  const problem = { type: 'about:blank', title: 'x', status: 409, code, detail: DETAIL, errors: [], current };
  const { outbox } = new ExampleBrowser().open(EDITOR.id, (operations) =>
    Promise.resolve(
      ok({
        results: operations.map(({ operationId }) => ({ operationId, ok: false, status: 409, problem })),
      }),
    ),
  );
  const model = new DeskModel(EXAMPLE_DESK, outbox);
  model.sync.load([mark()]);
  model.sync.connect(HIDDEN_WINDOW, { onFacts: nothing, onPeople: nothing, onEnd: nothing });
  watchRefusals(model);
  return model;
}

const nothing = (): void => undefined;
/** As much of a window as a desk listens to; nobody looks at it, so it asks for nothing. */
const HIDDEN_WINDOW = {
  addEventListener: nothing,
  document: { addEventListener: nothing, removeEventListener: nothing, visibilityState: 'hidden' },
} as unknown as Window;

const decide = { kind: 'annotation.decide', id: idOf(1), decision: { verdict: 'accepted' } } as const;

beforeEach(() => void vi.clearAllMocks());

describe('watchRefusals', () => {
  for (const [code, kind] of [
    ['evidence-required', 'evidence'],
    ['correction-required', 'amend'],
  ] as const) {
    it(`${code} opens the form that asks for it and leaves nothing to deal with`, async () => {
      const model = refusedDesk(code);
      model.sync.run('accept', [decide]);
      await vi.waitFor(() => expect(model.state.get().form).toMatchObject({ id: idOf(1), kind }));
      expect(model.state.get().active).toBe(idOf(1));
      expect(model.sync.outbox.state.refusals).toEqual([]);
      expect(model.mark(idOf(1))?.status).toBe('open');
      expect(said.notifyFailure).not.toHaveBeenCalled();
    });
  }

  it('any other refusal is said once and kept', async () => {
    const model = refusedDesk('forbidden');
    model.sync.run('note', [{ kind: 'annotation.change', id: idOf(1), change: { note: 'typed' } }]);
    await vi.waitFor(() => expect(said.notifyFailure).toHaveBeenCalledExactlyOnceWith(DETAIL));
    expect(model.sync.outbox.state.refusals).toHaveLength(1);
    expect(model.mark(idOf(1))?.note).toBeNull();
  });

  it('a conflict is said with the way to settle it', async () => {
    const model = refusedDesk('stale-revision', mark({ note: 'theirs', revision: 2 }));
    model.sync.run('note', [{ kind: 'annotation.change', id: idOf(1), change: { note: 'yours' } }]);
    await vi.waitFor(() => expect(said.notifyConflict).toHaveBeenCalledOnce());
    expect(model.mark(idOf(1))?.note).toBe('theirs');
    expect(said.notifyFailure).not.toHaveBeenCalled();
  });
});
