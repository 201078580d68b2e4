'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ChangeList } from '@/app/_ui/change-list';
import { Time } from '@/app/_ui/time';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { EventView } from '@/lib/contract/event';
import { changesOf } from '@/lib/history/changes-of';
import { tellEvent } from '@/lib/history/tell-event';
import { callApi, sayFailure } from '@/lib/sync/api-client';
import { DeskDialog } from '../model/desk-dialog';
import { restorePlan, restoreState } from '../model/restoring';
import { count, quoted, sayTag } from '../model/say-mark';
import { useDesk, useDeskState, useMark } from '../model/use-desk';

/** All that ever happened to the open mark, and the way back to any of its states. */
export function StoryWindow() {
  const desk = useDesk();
  const active = useDeskState((state) => state.active);
  const mark = desk.mark(active);
  return (
    <DeskDialog
      name="story"
      title="Story of the mark"
      description={mark ? `${sayTag(mark)}, on ${quoted(mark.exact, 80)}` : 'Open a mark first.'}
      reading
    >
      {active !== null && mark ? <Story key={active} id={active} /> : null}
    </DeskDialog>
  );
}

type Told =
  | { readonly kind: 'coming' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'there'; readonly events: readonly EventView[] };

/** Asked for again whenever the mark has changed. */
function useStory(id: string, revision: number | null): Told {
  const [told, setTold] = useState<Told>({ kind: 'coming' });
  useEffect(() => {
    let left = false;
    void callApi<{ readonly items: readonly EventView[] }>({
      path: `/api/v1/annotations/${id}/history`,
    }).then((answer) => {
      if (left) return;
      if (answer.ok) setTold({ kind: 'there', events: answer.value.items.toReversed() });
      else setTold({ kind: 'failed', why: sayFailure(answer.failure) });
    });
    return () => {
      left = true;
    };
  }, [id, revision]);
  return told;
}

function Story({ id }: { readonly id: string }) {
  const desk = useDesk();
  const mark = useMark(id);
  const waiting = desk.sync.replica.isPending(id);
  const told = useStory(id, waiting ? null : (mark?.revision ?? null));
  if (told.kind === 'coming') return <p role="status">Loading the story…</p>;
  return (
    <>
      {waiting ? <p className="mb-3 text-sm text-muted">What is not saved yet is not listed yet.</p> : null}
      {told.kind === 'failed' ? (
        <p role="alert">{told.why}</p>
      ) : (
        <ol
          aria-label={`${count(told.events.length, 'event')}, the newest first`}
          className="divide-y divide-line"
        >
          {told.events.map((event, index) => (
            <Entry key={event.seq} event={event} mark={mark} newest={index === 0} />
          ))}
        </ol>
      )}
    </>
  );
}

interface EntryProps {
  readonly event: EventView;
  readonly mark: AnnotationView | null;
  readonly newest: boolean;
}

function Entry({ event, mark, newest }: EntryProps) {
  const { articleId } = mark ?? {};
  return (
    <li className="py-3 first:pt-0">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span>
          <b className="font-semibold">{event.actor.name}</b> {tellEvent(event).verb} it
        </span>
        <span className="text-[0.8125rem] text-muted">
          <Time value={event.at} form="full" />
        </span>
        {articleId === undefined ? null : (
          <a
            className="link ml-auto text-[0.8125rem]"
            href={`/articles/${articleId}/history?at=${event.seq}`}
          >
            The article then
          </a>
        )}
      </p>
      {event.after === null ? (
        <p className="mt-1 text-[0.8125rem] text-muted">Its words were taken out for good.</p>
      ) : (
        <ChangeList changes={changesOf(event)} />
      )}
      {newest || mark === null ? null : <WayBack now={mark} then={event.after as AnnotationView | null} />}
    </li>
  );
}

function WayBack({ now, then }: { readonly now: AnnotationView; readonly then: AnnotationView | null }) {
  const desk = useDesk();
  if (then === null || then.deletedAt !== null) return null;
  const plan = restorePlan(desk, now, then);
  return plan.ok ? (
    <Button size="small" className="mt-2" onClick={() => restoreState(desk, now, then)}>
      Restore this state
    </Button>
  ) : (
    <p className="mt-1.5 text-[0.8125rem] text-muted">{plan.reason}</p>
  );
}
