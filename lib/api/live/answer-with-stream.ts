import { actorOf } from '@/lib/auth/session';
import type { EventsQuery } from '@/lib/contract/event';
import { failure, type Outcome } from '@/lib/contract/failure';
import { LARGEST, readCursor, type LiveCursor } from '@/lib/contract/plain/live-cursor';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { readTail } from '@/lib/store/article-tail';
import { notFound } from '@/lib/store/not-found';
import { liveDesk } from './live-desk';

/** More than a person with many windows has open; what is beyond it is a program that has lost count. */
const STREAMS_EACH = 64;

/** Whether an answer is wanted that goes on: the media type has to be named (RFC 9110, 12.5.1), for anything is not it. */
export const wantsStream = ({ method, headers }: Request): boolean =>
  method === 'GET' &&
  (headers.get('accept') ?? '')
    .split(',')
    .some((range) => range.split(';')[0]!.trim() === 'text/event-stream');

/** Answers with an article's events as they happen, from a cursor on. */
export async function answerWithStream(
  actor: Actor,
  articleId: string,
  query: EventsQuery,
  { headers, signal }: Request,
): Promise<Outcome<never> | Response> {
  const desk = liveDesk();
  if (desk.isStopping) {
    return failure('unavailable', 'This process is stopping. Open the stream again.', { retryAfter: 1 });
  }
  const asked = readStart(headers, query);
  if (!asked.ok) return asked;
  // Only the numbers are looked at here; the stream reads for itself.
  const tail = await readTail(articleId, { article: LARGEST, project: LARGEST }, 1);
  const role = tail?.readers.get(actor.id);
  if (tail === null || role === undefined) return notFound('article');
  const after = { ...asked.value, project: asked.value.project ?? tail.last.project };
  const field = asked.value.field;
  if (after.article > tail.last.article || after.project > tail.last.project) {
    return failure(
      'invalid-input',
      `The stream cannot begin after what has not happened yet: the article has come to ${tail.last.article}, its project to ${tail.last.project}.`,
      { errors: [{ field, message: 'Names an event of the future.' }] },
    );
  }
  if (desk.countOf(actor.id) >= STREAMS_EACH) {
    return failure('too-many-requests', `You have ${STREAMS_EACH} streams open. Close some.`, {
      retryAfter: 15,
    });
  }
  const stream = desk.open(
    {
      ...{ actor, role, articleId, after, here: query.here === 'true' },
      isStillValid: async () => (await actorOf(headers))?.id === actor.id,
    },
    tail.projectId,
    tail.last,
  );
  // A reader who leaves before the framework has begun to read the body is told to the request, and not to the body.
  signal.addEventListener('abort', () => stream.breakOff(), { once: true });
  if (signal.aborted) stream.breakOff();
  return new Response(stream.body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Whoever packs or gathers an answer would hold it back.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      // Nothing else comes through this connection, so it ends with the stream: at once, when the process stops.
      connection: 'close',
    },
  });
}

interface Start extends Omit<LiveCursor, 'project'> {
  /** Null: from now on. */
  readonly project: number | null;
  /** Who said so. */
  readonly field: string;
}

/** Where to begin: Last-Event-ID, which a browser sends when it comes back, counts before the address. */
function readStart(headers: Headers, { after, projectAfter }: EventsQuery): Outcome<Start> {
  const last = headers.get('last-event-id');
  if (last === null) return ok({ article: after, project: projectAfter ?? null, field: 'after' });
  const cursor = readCursor(last);
  if (cursor !== null) return ok({ ...cursor, field: 'Last-Event-ID' });
  return failure(
    'malformed-request',
    'Last-Event-ID holds the id of a message of this stream, such as 42.7.',
    {
      errors: [{ field: 'Last-Event-ID', message: 'Is not an id of this stream.' }],
    },
  );
}
