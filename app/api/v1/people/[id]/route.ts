import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { changePerson } from '@/lib/commands/change-person';
import * as people from '@/lib/contract/endpoints/people';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(people.changePerson, ({ actor, params, body, context }) =>
    changePerson(actor, params.id, body, context),
  ),
);
