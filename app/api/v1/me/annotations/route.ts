import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { listMyMarks } from '@/lib/contract/endpoints/annotations';
import { marksOf } from '@/lib/store/annotations';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listMyMarks, ({ actor, query }) => marksOf(actor, query)),
);
