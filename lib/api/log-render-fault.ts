import { log } from './log';

/** A format, or a whole export, that broke while others went on: nobody waits for it, so the log has to know. */
export const logRenderFault = (err: unknown, where: string): void =>
  log().error({ err, where }, 'A report could not be made as asked for');
