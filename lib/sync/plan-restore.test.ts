import { describe, expect, test } from 'vitest';
import { defaultSchema } from '@/lib/schema/default-schema';
import { EDITOR, mark, REVIEWER } from './example-marks';
import { planRestore } from './plan-restore';

const reviewer = { id: REVIEWER.id, role: 'reviewer', scope: 'admin' } as const;
const editor = { id: EDITOR.id, role: 'editor', scope: 'admin' } as const;
const other = { ...reviewer, id: 'somebody-else' };
const decision = {
  id: 'd',
  verdict: 'accepted',
  revision: 1,
  intoId: null,
  correction: null,
  reason: null,
  editor: EDITOR,
  at: '2026-11-01T10:00:00.000Z',
} as const;
const accepted = mark({ status: 'accepted', decision });
const plan = (
  me: Parameters<typeof planRestore>[0],
  now: ReturnType<typeof mark>,
  then: ReturnType<typeof mark>,
) => {
  const result = planRestore(me, defaultSchema, now, then);
  return result.ok ? result.drafts.map(({ kind }) => kind) : result.reason;
};

describe('an earlier state', () => {
  test('comes back by ordinary operations', () => {
    expect(plan(reviewer, mark({ note: 'n', correction: null }), mark())).toEqual(['annotation.change']);
    expect(plan(reviewer, mark({ deletedAt: mark().createdAt }), mark({ note: 'n' }))).toEqual([
      'annotation.restore',
      'annotation.change',
    ]);
  });

  test('comes back with its verdict for an editor, without it for its author', () => {
    const now = mark({ correction: 'Sojus-FG', changedSinceDecision: true, decision });
    expect(plan(editor, now, accepted)).toEqual(['annotation.change', 'annotation.decide']);
    expect(plan(reviewer, now, accepted)).toEqual(['annotation.change']);
  });

  const refusals: Record<string, [Parameters<typeof plan>, RegExp]> = {
    'to its author once it is decided': [
      [reviewer, accepted, mark({ note: 'n' })],
      /accepted: only an editor/,
    ],
    'to another reviewer': [[other, mark(), mark({ note: 'n' })], /R\. Vega’s mark/],
    'to whoever can only read': [[{ ...editor, scope: 'read' }, mark(), mark({ note: 'n' })], /only read/],
    'when nothing differs': [[editor, mark(), mark()], /already/],
    'to a tag that is gone': [[editor, mark(), mark({ tag: 'gone', tagLabel: 'Gone' })], /“Gone” is retired/],
  };
  test.each(Object.entries(refusals))('is refused %s', (_, [asked, reason]) => {
    expect(plan(...asked)).toMatch(reason);
  });
});
