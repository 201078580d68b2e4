import type { OnFault } from '@/lib/render/render-report';
import { log } from './log';

/** A format that broke while others went on: nobody waits for it, so the log has to know. */
export const logRenderFault: OnFault = (err, format) =>
  log().error({ err, format }, 'A format of a report failed');
