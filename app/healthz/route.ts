export const dynamic = 'force-dynamic';

/** The process is alive and answers; says nothing of the database. */
export function GET(): Response {
  return Response.json({ status: 'alive' });
}
