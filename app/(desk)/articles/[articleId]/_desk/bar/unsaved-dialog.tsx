'use client';

import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import { printTagLine } from '@/lib/annotation/tag-line';
import type { Operation } from '@/lib/contract/operation';
import type { OutboxState, Refusal } from '@/lib/sync/outbox';
import { span } from '@/lib/text/offsets';
import { findTag } from '@/lib/schema/find-tag';
import { DeskDialog } from '../model/desk-dialog';
import type { DeskModel } from '../model/desk-model';
import { openMark } from '../model/opening';
import { count, quoted } from '../model/say-mark';
import { useDesk } from '../model/use-desk';
import { useOutbox } from './saving-state';

/** What is not saved, why, and what can be done about it. Nothing a person has typed is lost here. */
export function UnsavedDialog() {
  const desk = useDesk();
  const state = useOutbox();
  const { phase, waiting, signedOut, refusals } = state;
  return (
    <DeskDialog
      name="unsaved"
      title={
        phase === 'saved'
          ? 'Everything is saved'
          : phase === 'needs-you'
            ? 'Something needs you'
            : 'On its way'
      }
      description={describe(state, desk.data.me.name)}
      footer={
        waiting === 0 ? undefined : (
          <>
            {signedOut ? (
              <a
                href={`/sign-in?from=${encodeURIComponent(`/articles/${desk.data.article.id}`)}`}
                target="_blank"
                rel="noreferrer"
                className="link mr-auto text-sm"
              >
                Sign in, in a new window
              </a>
            ) : null}
            <Button look="primary" onClick={() => desk.sync.outbox.retry()}>
              Try now
            </Button>
          </>
        )
      }
    >
      {refusals.length === 0 ? (
        <p className="text-sm text-muted">Nothing was refused.</p>
      ) : (
        <ul className="space-y-3">
          {refusals.map((refusal) => (
            <li key={refusal.operations[0].operationId}>
              <RefusalCard refusal={refusal} />
            </li>
          ))}
        </ul>
      )}
    </DeskDialog>
  );
}

function describe({ phase, waiting, signedOut, otherPerson, refusals }: OutboxState, me: string): string {
  if (otherPerson) {
    return `Somebody else is signed in now. Sign out there and sign in as ${me}: ${count(waiting, 'change')} will be sent then, and not before.`;
  }
  if (signedOut)
    return `You are no longer signed in. ${count(waiting, 'change')} will be sent once you are, as ${me}.`;
  if (phase === 'saved') return 'The server has everything you have done.';
  if (phase === 'offline') {
    return `No answer from the server. ${count(waiting, 'change')} will be sent as soon as it answers; go on working.`;
  }
  return refusals.length > 0
    ? 'The server would not do the following. What you typed is still here.'
    : `${count(waiting, 'change')} to be saved.`;
}

function RefusalCard({ refusal }: { readonly refusal: Refusal }) {
  const desk = useDesk();
  const [operation] = refusal.operations;
  const typed = refusal.operations.flatMap((each) => typedIn(desk, each) ?? []);
  const mend = mender(desk, operation, refusal.problem.detail);
  const settle = (then?: () => void): void => {
    desk.sync.outbox.dismiss(refusal);
    desk.state.set({ overlay: null });
    then?.();
  };
  return (
    <Notice tone="danger" title={`${SAID[operation.kind]} ${nameOf(desk, operation)}`}>
      <p>{refusal.problem.detail}</p>
      {typed.map((text) => (
        <p
          key={text}
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

const nameOf = (desk: DeskModel, operation: Operation): string =>
  quoted(
    operation.kind === 'annotation.create'
      ? operation.annotation.exact
      : (desk.mark(operation.id)?.exact ?? 'a mark'),
  );

/** The words in an operation that somebody has typed. */
function typedIn(desk: DeskModel, operation: Operation): string | null {
  switch (operation.kind) {
    case 'annotation.create':
      return lineOf(desk, operation);
    case 'annotation.change':
      return (
        [operation.change.value, operation.change.correction, operation.change.note]
          .filter(Boolean)
          .join(' · ') || null
      );
    case 'annotation.decide':
      return [operation.decision.correction, operation.decision.reason].filter(Boolean).join(' · ') || null;
    case 'evidence.add':
      return [operation.evidence.url, operation.evidence.note].filter(Boolean).join(' ') || null;
    default:
      return null;
  }
}

function lineOf(
  { schema }: DeskModel,
  { annotation }: Extract<Operation, { kind: 'annotation.create' }>,
): string {
  const { tag, value = null, correction = null, note = null } = annotation;
  return printTagLine(schema, { tag: findTag(schema, tag)?.key ?? tag, value, correction, note });
}

/** Takes the person to where it can be put right; null where nothing is to be put right. */
function mender(desk: DeskModel, operation: Operation, message: string): (() => void) | null {
  if (operation.kind === 'annotation.create') {
    const { start, end } = operation.annotation;
    const line = lineOf(desk, operation);
    return () => desk.state.set({ composer: { kind: 'again', span: span(start, end), line, message } });
  }
  return desk.mark(operation.id) ? () => openMark(desk, operation.id) : null;
}
