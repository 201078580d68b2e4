import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { listEvents } from '@/lib/contract/endpoints/articles';
import { eventsOf } from '@/lib/store/events';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listEvents, ({ actor, params, query }) => eventsOf(actor, params.id, query)),
);
