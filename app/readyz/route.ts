import { checkReadiness } from '@/lib/store/readiness';

export const dynamic = 'force-dynamic';

/** Whether this process can do its work: the database answers, and its tables are the ones this code knows. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  if (readiness === 'ready') return Response.json({ status: readiness });
  return Response.json({ status: readiness }, { status: 503, headers: { 'Retry-After': '5' } });
}
