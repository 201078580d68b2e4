import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getPast } from '@/lib/contract/endpoints/history';
import { pastOf } from '@/lib/store/history';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getPast, ({ actor, params, query }) => pastOf(actor, params.id, query)),
);
