import { makeSetUpLink } from '@/lib/commands/make-set-up-link';

/**
 * The address at which whoever starts this desk for the first time becomes its administrator, or null when it has one. Each call
 * makes a new one, and the one before no longer counts: only what was printed last works.
 */
export async function ensureSetUpLink(origin: string): Promise<string | null> {
  const made = await makeSetUpLink(origin, { operationId: null, now: new Date() });
  // Without an operation id there is nothing that could be refused.
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value?.url ?? null;
}
