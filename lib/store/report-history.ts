import type { PersonRef } from '@/lib/contract/primitives';
import { deedOf } from '@/lib/history/deeds-of';
import type { HistoryStep } from '@/lib/report/history-facts';
import { presentEvent, type EventRow } from './events';
import { Prisma } from './generated/client';
import type { Store } from './transaction';

/** What happened to the marks of a version, and who had a part in it. */
export interface ReportHistory {
  readonly steps: readonly HistoryStep[];
  readonly people: readonly PersonRef[];
}

/** Events read at once: a change's have the whole mark twice, with all its evidence. */
export const EVENTS_AT_ONCE = 500;

/** Of what a report says nothing of, an event's views are left where they are. */
const TOLD_COLUMNS = Prisma.sql`
  e."seq", e."kind", e."subjectId", e."actorId", p."name" AS "actorName", e."at", e."operationId",
  CASE WHEN e."kind" = 'annotation.changed' THEN e."before" END AS "before",
  CASE e."kind"
    WHEN 'annotation.changed' THEN e."after"
    WHEN 'annotation.decided' THEN
      jsonb_build_object('decision', jsonb_strip_nulls(jsonb_build_object('verdict', e."after"->'decision'->'verdict')))
  END AS "after"`;

/** What happened to the marks of a version that are still there, in order. */
export async function reportHistoryOf(
  store: Store,
  articleId: string,
  versionId: string,
): Promise<ReportHistory> {
  const steps: HistoryStep[] = [];
  const people = new Map<string, PersonRef>();
  for (let last = 0; ;) {
    const rows: EventRow[] = await store.$queryRaw<EventRow[]>`
      SELECT ${TOLD_COLUMNS} FROM "event" e JOIN "person" p ON p."id" = e."actorId"
       WHERE e."articleId" = ${articleId}::uuid AND (e."kind" LIKE 'annotation.%' OR e."kind" LIKE 'evidence.%')
         AND e."seq" > ${last} AND e."subjectId" IN (
           SELECT a."id" FROM "annotation" a WHERE a."versionId" = ${versionId}::uuid AND a."deletedAt" IS NULL
         )
       ORDER BY e."seq" LIMIT ${EVENTS_AT_ONCE}`;
    for (const event of rows.map(presentEvent)) {
      people.set(event.actor.id, event.actor);
      const step = deedOf(event);
      if (step !== null) steps.push(step);
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < EVENTS_AT_ONCE) return { steps, people: [...people.values()] };
    last = end.seq;
  }
}
