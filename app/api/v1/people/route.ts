import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import * as people from '@/lib/contract/endpoints/people';
import { peopleOf } from '@/lib/store/people';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(people.listPeople, ({ actor, query }) => peopleOf(actor, query)),
);
