import { parseArgs } from 'node:util';
import { z } from 'zod';
import { TOKEN_SCOPES } from '@/lib/contract/person';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';

const USAGE =
  'Usage: npm run -s token -- --as EMAIL [--scope read|write|admin] [--name NAME] [--expires 2030-12-31]';

const Order = z.object({
  as: z.email('--as wants the e-mail address of a person on this desk.'),
  scope: z.enum(TOKEN_SCOPES, `--scope is one of ${TOKEN_SCOPES.join(', ')}.`).default('write'),
  name: z.string().min(1).max(100).default('made on the command line'),
  expires: z.iso.date('--expires wants a day, such as 2030-12-31.').optional(),
});

/** What a token is to be, in the words of the command line. It is good until the end of its last day, in UTC. */
export function parseTokenOrder(args: readonly string[]): Attempt<{
  email: string;
  scope: (typeof TOKEN_SCOPES)[number];
  name: string;
  expiresAt: string | undefined;
}> {
  const text = { type: 'string' } as const;
  let values: unknown;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { as: text, scope: text, name: text, expires: text },
    }));
  } catch {
    return fail(USAGE);
  }
  const order = Order.safeParse(values);
  if (!order.success) return fail(`${order.error.issues.map((issue) => issue.message).join(' ')}\n${USAGE}`);
  const { as: email, scope, name, expires } = order.data;
  return ok({ email, scope, name, expiresAt: expires && `${expires}T23:59:59.999Z` });
}
