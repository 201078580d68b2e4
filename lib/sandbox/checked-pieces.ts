import type { Checked } from './check-article';

/** A part of what a check found, and whether there is more of it. */
export interface CheckedPiece extends Checked {
  readonly more: boolean;
}

/** Asks for the next piece. */
export const MORE = 'more';

/** Findings in a piece: to take them over holds the server for a few milliseconds. */
const PIECE = 500;

/** What a check found, in pieces of which each is taken over at once; there is always one. */
export function* piecesOf({ suggestions, quotes }: Checked): Generator<CheckedPiece, void> {
  const count = Math.max(1, Math.ceil(Math.max(suggestions.length, quotes.length) / PIECE));
  for (let at = 0; at < count; at += 1) {
    const [from, to] = [at * PIECE, (at + 1) * PIECE];
    yield {
      suggestions: suggestions.slice(from, to),
      quotes: quotes.slice(from, to),
      more: at + 1 < count,
    };
  }
}

/** The pieces together again. */
export const joinPieces = (pieces: readonly CheckedPiece[]): Checked => ({
  suggestions: pieces.flatMap(({ suggestions }) => suggestions),
  quotes: pieces.flatMap(({ quotes }) => quotes),
});
