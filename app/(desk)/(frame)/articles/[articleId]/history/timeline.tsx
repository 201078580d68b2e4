import Link from 'next/link';
import { ChangeList } from '@/app/_ui/change-list';
import { HistoryFilters } from '@/app/_ui/history-filters';
import { historyPath } from '@/app/_ui/history-address';
import { PageLinks } from '@/app/_ui/page-links';
import { Time } from '@/app/_ui/time';
import type { EventView } from '@/lib/contract/event';
import type { TimelineQuery } from '@/lib/contract/history';
import type { Page, PersonRef } from '@/lib/contract/primitives';
import { isAboutMark } from '@/lib/history/as-it-was';
import { changesOf } from '@/lib/history/changes-of';
import { tellEvent } from '@/lib/history/tell-event';

export interface TimelineProps {
  readonly articleId: string;
  readonly page: Page<EventView>;
  readonly query: TimelineQuery;
  /** The event after which the article is shown beside it. */
  readonly shown: number | null;
  readonly people: readonly PersonRef[];
}

/** What happened, the newest first, page by page. */
export function Timeline({ articleId, page, query, shown, people }: TimelineProps) {
  const base = `/articles/${articleId}/history`;
  return (
    <section aria-label="Timeline" className="min-w-0">
      <HistoryFilters people={people} person={query.person} what={query.what} />
      {page.items.length === 0 ? <p className="py-6 text-muted">Nothing of this kind happened.</p> : null}
      <ol aria-label="Events, the newest first" className="divide-y divide-line border-y border-line">
        {page.items.map((event) => (
          <li
            key={event.seq}
            aria-current={event.seq === shown ? 'true' : undefined}
            className="px-2 py-3 text-sm aria-[current]:bg-accent-soft"
          >
            <p className="break-words">
              <b className="font-semibold">{event.actor.name}</b> {tellEvent(event).verb}{' '}
              <bdi className="line-clamp-2 font-serif">
                {tellEvent(event).object ?? '(taken out for good)'}
              </bdi>
            </p>
            {event.before === null ? null : <ChangeList changes={changesOf(event)} />}
            <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-muted">
              <Time value={event.at} form="full" />
              <Link
                className="link"
                prefetch={false}
                href={historyPath(base, query, { at: String(event.seq) })}
              >
                As it was then
              </Link>
              {isAboutMark(event) ? (
                <a className="link" href={`/articles/${articleId}#story-${event.subjectId}`}>
                  Story, restore
                </a>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
      <PageLinks
        newest={query.cursor === undefined ? null : historyPath(base, query, { cursor: null })}
        older={page.next === null ? null : historyPath(base, query, { cursor: page.next })}
      />
    </section>
  );
}
