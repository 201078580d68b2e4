import { limitImports } from '@/lib/api/limits';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { addArticle } from '@/lib/commands/add-article';
import * as endpoints from '@/lib/contract/endpoints/articles';
import { articlesOf } from '@/lib/store/articles';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.listArticles, ({ actor, params, query }) => articlesOf(actor, params.id, query)),
  route(endpoints.addArticle, async ({ actor, params, body, context }) => {
    const limit = await limitImports(actor.id);
    return limit.ok ? addArticle(actor, params.id, body, context) : limit;
  }),
);
