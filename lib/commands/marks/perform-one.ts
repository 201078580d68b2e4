import type { Outcome } from '@/lib/contract/failure';
import type { Operation } from '@/lib/contract/operation';
import type { Actor } from '@/lib/policy/actor';
import { notFound } from '@/lib/store/not-found';
import type { WriteContext } from '../write-context';
import type { ArticleBy } from './open-workspace';
import { perform } from './perform';
import type { Done } from './repeated';

/** One operation by itself, on the article of a mark or, for a new one, of a version. */
export async function performOne(
  actor: Actor,
  by: ArticleBy,
  operation: Operation,
  { now }: WriteContext,
): Promise<Outcome<Done>> {
  const answers = await perform(actor, by, [operation], now);
  return answers?.[0] ?? notFound('versionId' in by ? 'version' : 'annotation');
}
