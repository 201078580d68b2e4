import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { listActivity } from '@/lib/contract/endpoints/history';
import { activityOf } from '@/lib/store/history';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listActivity, ({ actor, params, query }) => activityOf(actor, params.id, query)),
);
