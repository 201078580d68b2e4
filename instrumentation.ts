/** Called by the framework once, before a server process takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { refuseUnsafe } = await import('@/lib/store/readiness');
  const refusal = await refuseUnsafe();
  if (refusal !== null) {
    console.error(refusal);
    process.exit(1);
  }
  const { watchConnections } = await import('@/lib/auth/connection');
  watchConnections();
  const { drainOnStop } = await import('@/lib/api/live/drain');
  drainOnStop();
}
