/**
 * Grapheme cluster boundaries (UAX #29) at a place in a long string, in UTF-16 units, without segmenting all of it.
 * A boundary that two neighbouring characters alone decide is called certain; the platform's segmenter is asked only
 * about the stretch between two certain ones. In ordinary prose that is a few characters.
 */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** After one of these a cluster ends, unless what follows joins on to anything. No Hangul, no flags. */
const PLAIN =
  /^(?![\p{M}\p{Cf}])[\x20-\x7e\p{Zs}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2010-\u2027\u2030-\u205e\u3001-\u301c\uff01-\uff65\p{Extended_Pictographic}]/u;

/** Characters that continue the cluster before them: marks, joiners, skin tones. */
const JOINING = /^[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d\u0e33\u0eb3]/u;

const isPrintableAscii = (unit: number): boolean => unit >= 0x20 && unit <= 0x7e;

/** Whether a character (given with what follows it) continues the cluster before it. */
export const joinsOn = (text: string): boolean => JOINING.test(text);

/** Whether a cluster surely ends at `unit`, judged by the two characters around it. False means "not known". */
export function isCertainBreak(value: string, unit: number): boolean {
  if (unit <= 0 || unit >= value.length) return true;
  const before = value.charCodeAt(unit - 1);
  const after = value.charCodeAt(unit);
  if (isPrintableAscii(before) && isPrintableAscii(after)) return true;
  if (before === 0x0a) return true;
  if (after === 0x0a) return before !== 0x0d;
  return PLAIN.test(characterBefore(value, unit)) && !joinsOn(value.slice(unit, unit + 2));
}

function characterBefore(value: string, unit: number): string {
  const from = unit >= 2 && value.codePointAt(unit - 2)! > 0xffff ? unit - 2 : unit - 1;
  return value.slice(from, unit);
}

/** The cluster that holds `unit`; an empty one at `unit` itself when that is a boundary. */
function clusterAround(value: string, unit: number): { start: number; end: number } {
  if (isCertainBreak(value, unit)) return { start: unit, end: unit };
  let from = unit - 1;
  while (!isCertainBreak(value, from)) from -= 1;
  let to = unit + 1;
  while (!isCertainBreak(value, to)) to += 1;
  const cluster = segmenter.segment(value.slice(from, to)).containing(unit - from)!;
  const start = from + cluster.index;
  return start === unit ? { start, end: unit } : { start, end: start + cluster.segment.length };
}

/** The last cluster boundary at or before `unit`. Linear in the length of the clusters it stands among. */
export const boundaryAtOrBefore = (value: string, unit: number): number => clusterAround(value, unit).start;

/** The first cluster boundary at or after `unit`. */
export const boundaryAtOrAfter = (value: string, unit: number): number => clusterAround(value, unit).end;

/** Whether a cluster ends at `unit`. */
export const isBoundary = (value: string, unit: number): boolean => boundaryAtOrBefore(value, unit) === unit;
