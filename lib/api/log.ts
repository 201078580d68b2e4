import { pino, type Logger } from 'pino';
import { settings } from '@/lib/settings';

let logger: Logger | undefined;

/** The server's log: one JSON line an entry, on standard output. */
export function log(): Logger {
  logger ??= pino({ level: settings().logLevel, base: null });
  return logger;
}
