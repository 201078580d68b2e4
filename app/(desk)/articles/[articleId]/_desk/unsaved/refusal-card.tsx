'use client';

import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import type { Operation } from '@/lib/contract/operation';
import type { Refusal } from '@/lib/sync/work';
import { span } from '@/lib/text/offsets';
import type { DeskModel } from '../model/desk-model';
import { openMark } from '../model/opening';
import { quoted } from '../model/say-mark';
import { useDesk } from '../model/use-desk';
import { lineOf, typedIn } from './typed-in';

/** Something the server would not do: why, what was typed, and the way to put it right. */
export function RefusalCard({ refusal }: { readonly refusal: Refusal }) {
  const desk = useDesk();
  const operations = refusal.work.map(({ operation }) => operation);
  const [first] = refusal.work;
  const typed = operations.flatMap((each) => typedIn(desk, each) ?? []);
  const mend = mender(desk, first.operation, refusal.problem.detail);
  const settle = (then?: () => void): void => {
    desk.sync.outbox.dismiss(refusal);
    desk.state.set({ overlay: null });
    then?.();
  };
  const exact =
    first.operation.kind === 'annotation.create' ? first.operation.annotation.exact : first.base?.exact;
  return (
    <Notice tone="danger" title={`${SAID[first.operation.kind]} ${quoted(exact ?? 'a mark')}`}>
      <p>{refusal.problem.detail}</p>
      {typed.map((text, index) => (
        <p
          key={index}
          className="mt-1.5 rounded bg-sheet px-2 py-1 font-mono text-[0.8125rem] break-words select-all"
        >
          {text}
        </p>
      ))}
      <div className="mt-2 flex flex-wrap gap-1.5">
        {mend ? (
          <Button size="small" look="primary" onClick={() => settle(mend)}>
            Look at it again
          </Button>
        ) : null}
        <Button size="small" onClick={() => settle()}>
          Give it up
        </Button>
      </div>
    </Notice>
  );
}

const SAID: Readonly<Record<Operation['kind'], string>> = {
  'annotation.create': 'The new mark on',
  'annotation.change': 'The change to',
  'annotation.delete': 'Deleting',
  'annotation.restore': 'Restoring',
  'annotation.decide': 'The decision on',
  'evidence.add': 'The evidence for',
  'evidence.remove': 'Removing evidence from',
};

/** Takes the person to where it can be put right; null where nothing is to be put right. */
function mender(desk: DeskModel, operation: Operation, message: string): (() => void) | null {
  if (operation.kind === 'annotation.create') {
    const { start, end } = operation.annotation;
    const line = lineOf(desk, operation);
    return () => desk.state.set({ composer: { kind: 'again', span: span(start, end), line, message } });
  }
  return desk.mark(operation.id) ? () => openMark(desk, operation.id) : null;
}
