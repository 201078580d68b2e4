import { methods } from '@/lib/api/methods';
import { presentQuotes } from '@/lib/api/present-checks';
import { route } from '@/lib/api/route';
import { listQuotes } from '@/lib/contract/endpoints/checking';
import { ok } from '@/lib/result';
import { checkVersion } from '@/lib/sandbox/check-version';
import { checkBasisFor } from '@/lib/store/checking-input';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listQuotes, async ({ actor, params }) => {
    const input = await checkBasisFor(actor, params.id);
    if (!input.ok) return input;
    const checked = await checkVersion(input.value);
    return checked.ok ? ok(presentQuotes(checked.value, input.value)) : checked;
  }),
);
