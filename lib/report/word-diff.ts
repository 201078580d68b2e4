import { diffArrays } from 'diff';

/** A stretch of a corrected span: kept as printed, or taken out and put in at one place. Never empty. */
export type DiffPart =
  | { readonly kind: 'kept'; readonly text: string }
  | { readonly kind: 'changed'; readonly removed: string; readonly added: string };

/**
 * Where the search for the shortest diff stops and the whole span counts as replaced: this many words taken out and
 * put in. A bound by time instead would let one state give two different reports.
 */
const MOST_EDITS = 600;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const JOINT = /^[-\u2010\u2011'’./]$/u;
const WHITE = /^\s+$/u;

/**
 * The words of a string with all that stands between them; joined they are the string. A word keeps its inner hyphens,
 * dots and apostrophes ("Soyug-FG" is one); grapheme clusters are never cut.
 */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let open = false;
  let joint = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike && open) {
      words.push(`${words.pop() ?? ''}${joint}${segment}`);
    } else if (open && joint === '' && JOINT.test(segment)) {
      joint = segment;
      continue;
    } else {
      if (joint !== '') words.push(joint);
      words.push(segment);
    }
    joint = '';
    open = isWordLike === true;
  }
  return joint === '' ? words : [...words, joint];
}

/**
 * What a correction changes in the words it replaces, so that "on a" → "on an" changes one word and a word put beside
 * a kept one is a pure insertion. White space between two replaced words counts as replaced with them.
 */
export function diffWords(printed: string, corrected: string): readonly DiffPart[] {
  const found = diffArrays([...splitWords(printed)], [...splitWords(corrected)], {
    maxEditLength: MOST_EDITS,
  });
  if (!found) return [{ kind: 'changed', removed: printed, added: corrected }];
  const parts: DiffPart[] = [];
  for (const { value, added, removed } of found) {
    const text = value.join('');
    const last = parts.at(-1);
    if (!added && !removed) parts.push({ kind: 'kept', text });
    else if (last?.kind === 'changed') parts.push(joinChanges(parts.pop() as typeof last, text, added));
    else parts.push({ kind: 'changed', removed: removed ? text : '', added: added ? text : '' });
  }
  return closeGaps(parts);
}

type Changed = Extract<DiffPart, { kind: 'changed' }>;

const joinChanges = ({ removed, added }: Changed, text: string, adds: boolean): Changed => ({
  kind: 'changed',
  removed: adds ? removed : removed + text,
  added: adds ? added + text : added,
});

const replaces = (part: DiffPart | undefined): part is Changed =>
  part?.kind === 'changed' && part.removed !== '' && part.added !== '';

/** "red lorry" → "blue van" reads better as one change than as two with a kept space between them. */
function closeGaps(parts: readonly DiffPart[]): readonly DiffPart[] {
  const closed: DiffPart[] = [];
  for (const part of parts) {
    const gap = closed.at(-1);
    const before = closed.at(-2);
    if (replaces(part) && gap?.kind === 'kept' && WHITE.test(gap.text) && replaces(before)) {
      const removed = before.removed + gap.text + part.removed;
      const added = before.added + gap.text + part.added;
      closed.splice(-2, 2, { kind: 'changed', removed, added });
    } else {
      closed.push(part);
    }
  }
  return closed;
}
