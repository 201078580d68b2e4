import { runStart } from '../nearby';
import type { Finding, Rule } from '../suggestion';

/** Two stops where one belongs, also with a space between them; three are an ellipsis, and "../" is a path. */
const DOUBLED =
  /(?<![.…])\.(?:[ \t\u00a0]*\.)+(?![.…\w/\\])|([,;])(?:[ \t\u00a0]*\1)+|,(?:[ \t\u00a0]*\.)+(?![.\d])|[!?]\.(?![.\w])/gu;

export const doubledStop: Rule = {
  id: 'doubled-stop',
  version: 2,
  tag: 'punct',
  on: true,
  *find({ value }): Generator<Finding> {
    for (const { 0: marks, index } of value.matchAll(DOUBLED)) {
      const stops = marks.replace(/\s/gu, '');
      if (/^,?\.{3,}$/.test(stops)) continue;
      const from = wordStart(value, index);
      const to = index + marks.length;
      const kept = /^[!?]/.test(stops) ? stops[0]! : stops.at(-1)!;
      yield {
        from,
        to,
        value: kept === ',' ? 'comma' : 'full stop',
        correction: value.slice(from, index) + kept,
        message: `There are two marks, “${marks}”, where one belongs.`,
        confidence: /^[!?]/.test(stops) ? 'medium' : 'high',
      };
    }
  },
};

/** Where the word before the marks starts; a comma without its space parts words, one in a figure does not. */
function wordStart(value: string, unit: number): number {
  const from = runStart(value, unit);
  const parted = /^.*[,;](?=[^\d,;])/su.exec(value.slice(from, unit));
  return from + (parted?.[0].length ?? 0);
}
