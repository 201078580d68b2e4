import { methods } from '@/lib/api/methods';
import { presentCoverage } from '@/lib/api/present-coverage';
import { route } from '@/lib/api/route';
import { changeCoverage } from '@/lib/commands/change-coverage';
import * as endpoints from '@/lib/contract/endpoints/checking';
import { ok } from '@/lib/result';
import { findWords } from '@/lib/sandbox/check-version';
import { checkedPassagesOf } from '@/lib/store/coverage';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.getCoverage, async ({ actor, params }) => {
    const passages = await checkedPassagesOf(actor, params.id);
    if (!passages.ok) return passages;
    const words = await findWords(passages.value);
    return words.ok ? ok(presentCoverage(passages.value, words.value)) : words;
  }),
  route(endpoints.changeCoverage, ({ actor, params, body, context }) =>
    changeCoverage(actor, params.id, body, context),
  ),
);
