import type { Outcome } from '@/lib/contract/failure';

/** What a command answered; a builder's own input is never refused, so a refusal is a fault. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, detail, errors } = outcome.failure;
  throw new Error(`${code}: ${detail} ${JSON.stringify(errors ?? [])}`);
}
