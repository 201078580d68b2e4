import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { listTimeline } from '@/lib/contract/endpoints/history';
import { timelineOf } from '@/lib/store/history';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listTimeline, ({ actor, params, query }) => timelineOf(actor, params.id, query)),
);
