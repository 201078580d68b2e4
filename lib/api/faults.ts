import { newId } from '@/lib/ids';
import { log } from './log';
import { problemResponse } from './problems';

/** Postgres' and the system's own codes for "come back in a moment". */
const PASSING = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '53300', // too many connections
  '57P01', // shutting down
  '57P02', // crashed
  '57P03', // starting up
  '40001', // could not be serialised, again and again
  '40P01', // deadlocked, again and again
  'P1001', // Prisma: cannot be reached
  'P1017', // Prisma: closed the connection
  'P2024', // Prisma: no connection came free
  'P2028', // Prisma: no transaction could be started
]);

/** Logs a fault in full and answers with a sentence and the id to find it by. */
export function faultResponse(fault: unknown, where: string): Response {
  const id = newId();
  if (isPassing(fault)) {
    log().warn({ id, where, err: fault }, 'not available');
    return problemResponse({
      code: 'unavailable',
      detail: `The database does not answer at the moment. Try again shortly (${id}).`,
      retryAfter: 2,
    });
  }
  log().error({ id, where, err: fault }, 'fault');
  return problemResponse({
    code: 'internal-error',
    detail: `Something went wrong here. It has been written down under ${id}; tell whoever runs this desk.`,
  });
}

/** Looks through the errors that wrap each other: Prisma's, its adapter's, the driver's. */
function isPassing(fault: unknown, depth = 0): boolean {
  if (typeof fault !== 'object' || fault === null || depth > 5) return false;
  const { code, originalCode, cause, meta } = fault as Record<string, unknown>;
  if (PASSING.has(String(code)) || PASSING.has(String(originalCode))) return true;
  const adapters = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return isPassing(cause, depth + 1) || isPassing(adapters, depth + 1);
}
