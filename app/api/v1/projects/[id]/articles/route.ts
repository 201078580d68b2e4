import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { addArticle } from '@/lib/commands/add-article';
import * as endpoints from '@/lib/contract/endpoints/articles';
import { articlesOf } from '@/lib/store/articles';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.listArticles, ({ actor, params, query }) => articlesOf(actor, params.id, query)),
  route(endpoints.addArticle, ({ actor, params, body, context }) =>
    addArticle(actor, params.id, body, context),
  ),
);
