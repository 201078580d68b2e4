import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { dismissSuggestion } from '@/lib/commands/dismiss-suggestion';
import * as endpoints from '@/lib/contract/endpoints/checking';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.dismissSuggestion, ({ actor, params, body, context }) =>
    dismissSuggestion(actor, params.id, body, context),
  ),
);
