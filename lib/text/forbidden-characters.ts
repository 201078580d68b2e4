/** A character that no text of Galley may hold: Postgres refuses NUL, UTF-8 has no lone surrogates. */
export interface ForbiddenCharacter {
  /** As people write it: `U+0000 (NUL)`, `U+D83D (lone surrogate)`. */
  readonly name: string;
  /** In code points from the start of the text as it was handed in. */
  readonly offset: number;
  /** Both 1-based, the column in code points. LF, CR and CRLF end a line. */
  readonly line: number;
  readonly column: number;
}

const FORBIDDEN = /\0|\p{Surrogate}/u;

/** The first NUL or lone surrogate of a string, or null. One native scan when there is none. */
export function findForbiddenCharacter(value: string): ForbiddenCharacter | null {
  if (value.isWellFormed() && !value.includes('\0')) return null;
  const unit = value.search(FORBIDDEN);
  const before = value.slice(0, unit);
  const lines = before.split(/\r\n|\r|\n/);
  return {
    name: nameOf(value.charCodeAt(unit)),
    offset: countCodePoints(before),
    line: lines.length,
    column: countCodePoints(lines.at(-1)!) + 1,
  };
}

const nameOf = (unit: number): string =>
  unit === 0 ? 'U+0000 (NUL)' : `U+${unit.toString(16).toUpperCase()} (lone surrogate)`;

function countCodePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}
