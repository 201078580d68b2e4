/** Called by the framework once, before a server process takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { beginServing } = await import('@/lib/api/begin-serving');
    await beginServing();
  }
}
