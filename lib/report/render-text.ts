import { applyCorrections } from './apply-corrections';
import type { Report } from './report';

/** The corrected text, nothing else. Throws where collisions block it: see `Report.changes`. */
export function renderText({ text, changes }: Report): string {
  if (!changes.changes) throw new Error('Corrections collide: there is no one corrected text');
  return applyCorrections(text, changes.changes).text;
}
