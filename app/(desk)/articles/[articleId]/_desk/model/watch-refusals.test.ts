import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OperationBatch } from '@/lib/contract/operation';
import type { FailureCode } from '@/lib/contract/failure';
import { defaultSchema } from '@/lib/schema/default-schema';
import { ARTICLE, EDITOR, idOf, mark, NOW, TEXT, VERSION } from '@/lib/sync/example-marks';
import { DeskModel } from './desk-model';
import { watchRefusals } from './watch-refusals';

const said = vi.hoisted(() => ({ notifyFailure: vi.fn(), notifyDone: vi.fn(), notify: vi.fn() }));
vi.mock('@/app/_ui/toast', () => said);

const DETAIL = 'The server would not.';

function desk(): DeskModel {
  return new DeskModel({
    project: { id: idOf(90), name: 'Desk', lastSeq: 1 },
    article: {
      id: ARTICLE,
      projectId: idOf(90),
      title: 'A rocket',
      byline: null,
      url: null,
      publishedAt: null,
      phase: null,
      status: 'open',
      archived: false,
      trashed: false,
      createdAt: NOW,
      updatedAt: NOW,
      currentVersion: { id: VERSION, number: 1, sha256: '', length: 36 },
      counts: { marks: 1, open: 1, accepted: 0, rejected: 0, sic: 0, merged: 0 },
      people: [],
      lastSeq: 0,
    },
    text: TEXT,
    marks: [mark()],
    schema: defaultSchema,
    me: {
      ...EDITOR,
      email: 'editor@example.org',
      admin: false,
      scope: 'admin',
      singleKeys: true,
      projectId: idOf(90),
      role: 'editor',
    },
  });
}

/** A server that refuses every operation with a code. */
function refuseAll(code: FailureCode): void {
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { operations } = JSON.parse(body) as OperationBatch;
    const problem = { type: 'about:blank', title: 'x', status: 422, code, detail: DETAIL, errors: [] };
    const results = operations.map(({ operationId }) => ({ operationId, ok: false, status: 422, problem }));
    return Response.json({ results });
  });
}

const decide = { kind: 'annotation.decide', id: idOf(1), decision: { verdict: 'accepted' } } as const;

beforeEach(() => void vi.clearAllMocks());
afterEach(() => void vi.unstubAllGlobals());

describe('watchRefusals', () => {
  for (const [code, kind] of [
    ['evidence-required', 'evidence'],
    ['correction-required', 'amend'],
  ] as const) {
    it(`${code} opens the form that asks for it and leaves nothing to deal with`, async () => {
      refuseAll(code);
      const model = desk();
      watchRefusals(model);
      model.sync.run('accept', [decide]);
      await vi.waitFor(() => expect(model.state.get().form).toMatchObject({ id: idOf(1), kind }));
      expect(model.state.get().active).toBe(idOf(1));
      expect(model.sync.outbox.state.refusals).toEqual([]);
      expect(model.mark(idOf(1))?.status).toBe('open');
      expect(said.notifyFailure).not.toHaveBeenCalled();
    });
  }

  it('any other refusal is said once and kept', async () => {
    refuseAll('forbidden');
    const model = desk();
    watchRefusals(model);
    model.sync.run('note', [{ kind: 'annotation.change', id: idOf(1), change: { note: 'typed' } }]);
    await vi.waitFor(() => expect(said.notifyFailure).toHaveBeenCalledExactlyOnceWith(DETAIL));
    expect(model.sync.outbox.state.refusals).toHaveLength(1);
    expect(model.mark(idOf(1))?.note).toBeNull();
  });
});
