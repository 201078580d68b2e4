import type { FileListener } from '@/lib/render/render-files';
import { log } from './log';

/** A format that broke while others went on: nobody waits for it, so the log has to know. */
export const logRenderFault: FileListener['onFault'] = (err, format) =>
  log().error({ err, format }, 'A format of a report failed');
