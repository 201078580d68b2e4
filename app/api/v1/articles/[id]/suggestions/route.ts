import { methods } from '@/lib/api/methods';
import { presentSuggestions } from '@/lib/api/present-checks';
import { route } from '@/lib/api/route';
import { listSuggestions } from '@/lib/contract/endpoints/checking';
import { ok } from '@/lib/result';
import { checkVersion } from '@/lib/sandbox/check-version';
import { checkingInputFor } from '@/lib/store/checking-input';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listSuggestions, async ({ actor, params, query }) => {
    const input = await checkingInputFor(actor, params.id);
    if (!input.ok) return input;
    const checked = await checkVersion(input.value);
    if (!checked.ok) return checked;
    return ok(presentSuggestions(checked.value, input.value, query.dismissed === 'true'));
  }),
);
