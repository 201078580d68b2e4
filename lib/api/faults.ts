import { newId } from '@/lib/ids';
import { log } from './log';
import { problemResponse } from './problems';

/** Postgres' and the system's own codes for "come back in a moment". */
const PASSING = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  '08000', // Postgres: no connection, for reasons of its own; so up to 08006
  '08001',
  '08003',
  '08006',
  '25P03', // a transaction that stood still for too long
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

/** The driver's and its pool's own, which have no code: a connection died under a query, or none could be had. */
const PASSING_WORDS =
  /^(?:Client (?:has encountered a connection error|was closed) and is not queryable|Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

/** What the adapter makes of them. */
const PASSING_KINDS = new Set([
  'ConnectionClosed',
  'SocketTimeout',
  'DatabaseNotReachable',
  'TooManyConnections',
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
  const { code, originalCode, kind, message, cause, meta } = fault as Record<string, unknown>;
  if (PASSING.has(String(code)) || PASSING.has(String(originalCode))) return true;
  if (PASSING_KINDS.has(String(kind)) || PASSING_WORDS.test(String(message))) return true;
  const adapters = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return isPassing(cause, depth + 1) || isPassing(adapters, depth + 1);
}
