'use client';

import Link from 'next/link';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import { useOutbox } from '@/app/_ui/saving-badge';
import { sayOfOthers, sayTrouble, sayWaiting } from '@/app/_ui/say-waiting';
import type { OutboxState } from '@/lib/sync/outbox-state';
import { conflictOf } from '@/lib/sync/rebase';
import type { Refusal } from '@/lib/sync/work';
import { DeskDialog } from '../model/desk-dialog';
import { count } from '../model/say-mark';
import { useDesk } from '../model/use-desk';
import { ConflictCard } from './conflict-card';
import { RefusalCard } from './refusal-card';

/** What is not saved, why, and what can be done about it. Nothing a person has typed is lost here. */
export function UnsavedDialog() {
  const desk = useDesk();
  const state = useOutbox(desk.sync.outbox);
  const { phase, waiting, signedOut } = state;
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
      width={state.refusals.length > 0 ? 'large' : 'medium'}
      description={sayWaiting(state, desk.data.me.name)}
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
      <div className="space-y-3">
        <Storage state={state} />
        <Elsewhere state={state} />
        {state.refusals.length === 0 ? (
          <p className="text-sm text-muted">Nothing was refused.</p>
        ) : (
          <ul className="space-y-3">
            {state.refusals.map((refusal) => (
              <li key={refusal.id}>
                <Refused refusal={refusal} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </DeskDialog>
  );
}

function Storage({ state }: { readonly state: OutboxState }) {
  const [trouble, others] = [sayTrouble(state), sayOfOthers(state)];
  return (
    <>
      {trouble === null ? null : <Notice tone="warn">{trouble}</Notice>}
      {others === null ? null : <Notice tone="info">{others}</Notice>}
    </>
  );
}

/** What waits in other articles is sent from here too. */
function Elsewhere({ state }: { readonly state: OutboxState }) {
  const here = useDesk().data.article.id;
  const elsewhere = state.articles.filter(({ article }) => article.id !== here);
  if (elsewhere.length === 0) return null;
  return (
    <ul className="space-y-1 text-sm">
      {elsewhere.map(({ article, waiting }) => (
        <li key={article.id}>
          {count(waiting, 'change')} in{' '}
          <Link href={`/articles/${article.id}`} className="link">
            {article.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What belongs to another article is dealt with there, with its text at hand. */
function Refused({ refusal }: { readonly refusal: Refusal }) {
  const here = useDesk().data.article.id;
  const { article, work, problem } = refusal;
  if (article.id !== here) {
    return (
      <Notice tone="danger" title={`Something in “${article.title}” needs you`}>
        <p>{problem.detail}</p>
        <Link href={`/articles/${article.id}`} className="link">
          Go there
        </Link>
      </Notice>
    );
  }
  const conflict = conflictOf(work, problem);
  return conflict ? (
    <ConflictCard refusal={refusal} conflict={conflict} />
  ) : (
    <RefusalCard refusal={refusal} />
  );
}
