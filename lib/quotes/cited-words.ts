import type { Span } from '@/lib/text/offsets';

/**
 * The words of a source that a change goes by: those of its place in the passage, or `said` where it has none there. All
 * spans are of the source, in code points; the passage begins at `passageStart`.
 */
export function citedWords(
  passage: string,
  passageStart: number,
  { start, end }: Span,
  said: string,
): string {
  const cited = [...passage].slice(start - passageStart, end - passageStart).join('');
  return cited === '' ? said : cited;
}
