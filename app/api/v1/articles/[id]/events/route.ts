import { answerWithStream, wantsStream } from '@/lib/api/live/answer-with-stream';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { listEvents } from '@/lib/contract/endpoints/articles';
import { eventsOf } from '@/lib/store/events';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listEvents, async ({ actor, params, query, request }) =>
    wantsStream(request)
      ? answerWithStream(actor, params.id, query, request)
      : eventsOf(actor, params.id, query),
  ),
);
