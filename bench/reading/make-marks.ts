import type { Random } from './random';

/** Where a mark stands: code points, half-open. */
export interface MarkedWords {
  readonly start: number;
  readonly end: number;
}

/** Of so many marks one lies over another or in it. */
const OVERLAPPING = 0.2;
const WORDS_MAX = 6;

/**
 * `count` marks over whole words of an ASCII text, spread over all of it and by place; a fifth of them nested in
 * another one or crossing it. A text with fewer words than that is marked several times over.
 */
export function makeMarks(random: Random, text: string, count: number): readonly MarkedWords[] {
  const words = [...text.matchAll(/[A-Za-z]+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const marks: MarkedWords[] = [];
  const stride = words.length / (count * (1 - OVERLAPPING));
  for (let place = 0; marks.length < count; place += stride) {
    const first = Math.floor(place) % words.length;
    const last = Math.min(first + random.between(0, WORDS_MAX - 1), words.length - 1);
    marks.push({ start: words[first]!.start, end: words[last]!.end });
    if (marks.length >= count || random.next() >= OVERLAPPING / (1 - OVERLAPPING)) continue;
    const inner = random.between(first, last);
    const end = Math.min(inner + random.between(0, WORDS_MAX - 1), words.length - 1);
    marks.push({ start: words[inner]!.start, end: words[end]!.end });
  }
  return marks.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
