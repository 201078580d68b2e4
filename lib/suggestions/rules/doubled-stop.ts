import { runStart } from '../nearby';
import type { Finding, Rule } from '../suggestion';

/** All marks that stand together, also with spaces between them. */
const RUN = /(?<![.…!?])[.,;](?:[ \t\u00a0]*[.,;])+(?!…)|[!?]\.{1,2}(?![.\w])/gu;

/** Two marks where one belongs; three stops are an ellipsis, "../" is a path, and "etc.," is fine. */
export const doubledStop: Rule = {
  id: 'doubled-stop',
  version: 3,
  tag: 'punct',
  on: true,
  *find({ value }): Generator<Finding> {
    for (const { 0: marks, index } of value.matchAll(RUN)) {
      const to = index + marks.length;
      const stops = marks.replace(/\s/gu, '');
      const kept = keptOf(stops, value.slice(to, to + 1));
      if (kept === null) continue;
      const from = wordStart(value, index);
      yield {
        from,
        to,
        value: stops.includes('.') ? 'full stop' : 'comma',
        correction: kept === '' ? null : value.slice(from, index) + kept,
        message: `There are two marks, “${marks}”, where one belongs.`,
        confidence: /^[!?]/.test(stops) || kept === '' ? 'medium' : 'high',
      };
    }
  },
};

/** The mark that belongs there; empty where nobody can say, null where nothing is wrong. */
function keptOf(stops: string, next: string): string | null {
  if (/^[!?]/.test(stops)) return stops[0]!;
  if (/^,+$|^;+$/.test(stops)) return stops[0]!;
  if (/^,*\.{3,}$/.test(stops) || /^\.+[,;]$/.test(stops)) return null;
  if (/^\.\.$/.test(stops)) return /[\w/\\]/.test(next) ? null : '.';
  if (/^,\.+$/.test(stops)) return /\d/.test(next) ? null : '.';
  return '';
}

/** Where the word before the marks starts; a comma without its space parts words, one in a figure does not. */
function wordStart(value: string, unit: number): number {
  const from = runStart(value, unit);
  const parted = /^.*[,;](?=[^\d,;])/su.exec(value.slice(from, unit));
  return from + (parted?.[0].length ?? 0);
}
