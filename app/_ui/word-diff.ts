import { diffWordsWithSpace } from 'diff';

/** A stretch of a comparison: in both texts, only in the first, only in the second. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Milliseconds a comparison may take while somebody looks on. */
const TIMEOUT = 50;

/** Parts more than this, in a comparison of few words in common, read worse than the two texts side by side. */
const PARTS_MAX = 40;

/** What has to go and what comes, by words; the whole of both where the words say little or it takes too long. */
export function diffByWords(from: string, to: string): readonly DiffPart[] {
  const whole: readonly DiffPart[] = [
    { kind: 'gone', text: from },
    ...(to === '' ? [] : [{ kind: 'new', text: to } as const]),
  ];
  if (to === '' || !(/\s/.test(from.trim()) || standsAtEndOf(to, from))) return whole;
  const changes = diffWordsWithSpace(from, to, { timeout: TIMEOUT });
  if (!changes || changes.length > PARTS_MAX) return whole;
  const parts = changes.map(({ added, removed, value }): DiffPart => ({
    kind: removed ? 'gone' : added ? 'new' : 'same',
    text: value,
  }));
  return parts.some(({ kind, text }) => kind === 'same' && text.trim() !== '') ? parts : whole;
}

/** Whether words were only put in before or behind one: "all" → "all docked". */
const standsAtEndOf = (text: string, word: string): boolean =>
  text !== word && (text.startsWith(`${word} `) || text.endsWith(` ${word}`));
