import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { changeArticle } from '@/lib/commands/change-article';
import * as endpoints from '@/lib/contract/endpoints/articles';
import { articleFor } from '@/lib/store/articles';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.getArticle, ({ actor, params }) => articleFor(actor, params.id)),
  route(endpoints.changeArticle, ({ actor, params, body, context }) =>
    changeArticle(actor, params.id, body, context),
  ),
);
