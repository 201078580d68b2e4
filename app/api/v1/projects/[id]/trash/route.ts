import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { listTrash } from '@/lib/contract/endpoints/history';
import { trashOf } from '@/lib/store/trash';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listTrash, ({ actor, params, query }) => trashOf(actor, params.id, query)),
);
