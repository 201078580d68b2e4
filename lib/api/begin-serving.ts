import { watchConnections } from '@/lib/auth/connection';
import { refuseUnsafe } from '@/lib/store/readiness';
import { drainOnStop } from './live/drain';
import { tidyUp } from './tidy-up';

/** What a server process does before its first request. It ends where the database may lose what it acknowledges. */
export async function beginServing(): Promise<void> {
  const refusal = await refuseUnsafe();
  if (refusal !== null) {
    console.error(refusal);
    process.exit(1);
  }
  watchConnections();
  drainOnStop();
  tidyUp();
}
