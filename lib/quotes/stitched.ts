import type { ArticleText } from '@/lib/text/article-text';
import type { ComparableWord } from './comparable-words';
import { findWindows, type Window } from './find-windows';
import type { SourceIndex } from './source-index';

/** What says that words are left out. */
export const ELLIPSIS = /…|\.\s?\.\s?\.|\[\s*\]/u;

/** A passage of more pieces is looked for as a whole. */
const MOST_PIECES = 8;

/** Words of a source from the first piece to the last; beyond that they are taken for pieces of several passages. */
const LONGEST = 600;

/** The pieces of a passage between its ellipses; one where it has none. */
export function piecesOf(
  { value }: ArticleText,
  passage: readonly ComparableWord[],
): readonly (readonly ComparableWord[])[] {
  const pieces: ComparableWord[][] = [];
  for (const [at, word] of passage.entries()) {
    const before = passage[at - 1];
    const parted = before === undefined || ELLIPSIS.test(value.slice(before.unitEnd, word.unitStart));
    if (parted) pieces.push([word]);
    else pieces.at(-1)!.push(word);
  }
  return pieces;
}

/** A window that holds every piece where it most likely stands, in their order; null where there is none. */
export function stitchedWindow(
  pieces: readonly (readonly ComparableWord[])[],
  source: SourceIndex,
): Window | null {
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return null;
  const windows: Window[] = [];
  for (const piece of pieces) {
    const last = windows.at(-1);
    const window = findWindows(piece, source).find(({ to }) => last === undefined || to >= last.to);
    if (!window) return null;
    windows.push(window);
  }
  const from = Math.min(...windows.map((window) => window.from));
  const to = Math.max(...windows.map((window) => window.to));
  return to - from > LONGEST ? null : { from, to };
}
