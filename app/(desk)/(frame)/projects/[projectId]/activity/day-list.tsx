import { Avatar } from '@/app/_ui/avatar';
import { Time } from '@/app/_ui/time';
import type { ActivityItem } from '@/lib/contract/history';
import { isAboutMark } from '@/lib/history/as-it-was';
import { tellEvent } from '@/lib/history/tell-event';

/** Events under the day (in UTC) on which they happened. */
export function DayList({ items }: { readonly items: readonly ActivityItem[] }) {
  const days = Map.groupBy(items, ({ at }) => at.slice(0, 10));
  return [...days].map(([day, events]) => (
    <section key={day} aria-label={day} className="mb-7">
      <h2 className="kicker mb-1.5">
        <Time value={`${day}T12:00:00Z`} form="date" />
      </h2>
      <ol className="divide-y divide-line border-y border-line">
        {events.map((event) => (
          <li key={`${event.article?.id}-${event.seq}`} className="flex items-start gap-3 py-2.5 text-sm">
            <Avatar name={event.actor.name} decorative />
            <p className="min-w-0 flex-1 break-words">
              <b className="font-semibold">{event.actor.name}</b> {tellEvent(event).verb}{' '}
              <What event={event} />
              {event.article === null ? null : (
                <a className="link mt-0.5 block text-[0.8125rem]" href={`/articles/${event.article.id}`}>
                  {event.article.title}
                </a>
              )}
            </p>
            <span className="shrink-0 text-[0.8125rem] text-muted">
              <Time value={event.at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  ));
}

/** The mark, as a link to it; else what it is called. */
function What({ event }: { readonly event: ActivityItem }) {
  const { object } = tellEvent(event);
  if (event.article === null || !isAboutMark(event)) return <bdi>{object}</bdi>;
  return (
    <a className="link font-serif" href={`/articles/${event.article.id}#mark-${event.subjectId}`}>
      {object ?? '(taken out for good)'}
    </a>
  );
}
