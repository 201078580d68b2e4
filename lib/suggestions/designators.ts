import type { Analysis } from './analysis';

/** A type or serial designation such as "MS-09" or "A/320". Places are in UTF-16 units. */
export interface Designator {
  readonly from: number;
  readonly to: number;
  readonly written: string;
  /** Without spaces. */
  readonly joined: string;
  /** A space on one side only of its hyphen or slash. */
  readonly lopsided: boolean;
  /** A space on both sides of it. */
  readonly spaced: boolean;
  /** What it shares with others of its kind: "MS-" of "MS-09". */
  readonly series: string;
}

const PATTERN =
  /(?<![\p{L}\p{N}\-‐‑/.])(\p{Lu}[\p{L}\p{N}]{0,11})(?:([ \u00a0]?)([-‐‑–/])([ \u00a0]?)([\p{Lu}\p{N}][\p{L}\p{N}]{0,7})|([ \u00a0]?)(\p{Nd}{1,4}\p{Lu}?))(?![\p{L}\p{N}])/gu;

/** Words before a number that make no designator of it. */
const PLAIN = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec monday tuesday wednesday thursday friday saturday sunday in on at by from to the a an of and or for
  with about over under after before since until only some all but not no nearly almost around between these those
  those another more than page chapter figure section part article day year week age aged he she it they we i`.split(
    /\s+/,
  ),
);

const remembered = new WeakMap<Analysis, ReadonlyMap<string, ReadonlyMap<string, readonly Designator[]>>>();

/**
 * The designators of a text: by what they are, then by how they are written. Those with a space alone between their
 * parts ("MS 09") are listed only where the text also has a hyphen, a slash or nothing there.
 */
export function designatorsIn(
  analysis: Analysis,
): ReadonlyMap<string, ReadonlyMap<string, readonly Designator[]>> {
  const known = remembered.get(analysis);
  if (known) return known;
  const found = new Map<string, Map<string, Designator[]>>();
  for (const match of analysis.value.matchAll(PATTERN)) {
    const designator = readMatch(match);
    if (!designator) continue;
    const key = designator.joined.replace(/[-‐‑–/]/gu, '').toUpperCase();
    const forms = found.get(key) ?? new Map<string, Designator[]>();
    found.set(key, forms);
    const places = forms.get(designator.written);
    if (places) places.push(designator);
    else forms.set(designator.written, [designator]);
  }
  remembered.set(analysis, found);
  return found;
}

function readMatch(match: RegExpExecArray): Designator | null {
  const [written, left = '', before = '', mark = '', after = '', right = '', gap = '', figures = ''] = match;
  if (PLAIN.has(left.toLowerCase())) return null;
  const lopsided = mark !== '' && (before === '') !== (after === '');
  const looksLikeOne = /\p{Lu}.*\p{Lu}|\p{N}/u.test(left) || left.length <= 2;
  const tail = right || figures;
  if (mark === '' && !/^\p{N}/u.test(tail)) return null;
  // "A 320-page report" and "Lind – 45" are no designators; an en dash ties figures at most.
  if (mark === '–' && (!lopsided || !/^\p{N}/u.test(right))) return null;
  if (mark !== '' && before !== '' && after !== '' && !/^\p{N}/u.test(right)) return null;
  if (lopsided && !(looksLikeOne && (/^\p{N}/u.test(right) || right.length <= 4 || mark === '/')))
    return null;
  if (mark === '' && gap !== '' && left.length === 1) return null;
  const joined = `${left}${mark}${tail}`;
  const spaced = mark !== '' && before !== '' && after !== '';
  return {
    ...{ from: match.index, to: match.index + written.length, written, joined, lopsided, spaced },
    series: left + mark,
  };
}
