import search from 'approx-string-match';
import { editDistance } from '@/lib/text/edit-distance';
import { matchContext, matchPrefix, matchSuffix, type QuotePlace } from './context-match';
import type { TextQuoteSelector } from './selectors';

/** Edits allowed in a quote: one in five UTF-16 units. */
export const EDIT_SHARE = 0.2;

export const mostEdits = ({ exact }: TextQuoteSelector): number => Math.floor(exact.length * EDIT_SHARE);

/**
 * More places than this are as good as none: nobody could choose, and looking on would cost too much. Fewer for a
 * longer quote, whose places cost more to tell apart.
 */
const mostPlaces = (length: number): number => Math.min(64, Math.max(20, Math.floor(5_000 / length)));

/** The text is searched in chunks of this many units, so that a search with too many answers stops early. */
const CHUNK = 4_096;

/** Places in text order. `complete` is false when there were too many to list. */
export interface FoundPlaces {
  readonly places: readonly QuotePlace[];
  readonly complete: boolean;
}

/**
 * The places where something like a short quote stands, in text order and not overlapping; of overlapping ones that
 * with the fewest edits, then the most context. For quotes of up to some hundred units: O(edits / 32 · text).
 */
export function findReworded(value: string, quote: TextQuoteSelector): FoundPlaces {
  const most = mostEdits(quote);
  if (most === 0) return { places: [], complete: true };
  const places: QuotePlace[] = [];
  for (let from = 0; from < value.length; from += CHUNK) {
    const start = Math.max(from, places.at(-1)?.end ?? 0);
    const limit = from + CHUNK;
    const end = Math.min(value.length, limit + quote.exact.length + most);
    const found: QuotePlace[] = [];
    searchStretch(value, quote, { start, end }, most, found);
    places.push(...found.filter((place) => place.start < limit));
    if (places.length > mostPlaces(quote.exact.length)) return { places, complete: false };
  }
  return { places, complete: true };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The library answers with the nearest matches of a stretch only, so what lies around them is searched again. */
function searchStretch(
  value: string,
  quote: TextQuoteSelector,
  { start, end }: Stretch,
  most: number,
  found: QuotePlace[],
): void {
  if (end - start < quote.exact.length - most || found.length > mostPlaces(quote.exact.length)) return;
  const nearest = nearestPlaces(value, quote, { start, end }, most);
  if (nearest.length === 0) return;
  let gap = start;
  for (const place of nearest) {
    searchStretch(value, quote, { start: gap, end: place.start }, most, found);
    found.push(place);
    gap = place.end;
  }
  searchStretch(value, quote, { start: gap, end }, most, found);
}

/** The places of a stretch with the fewest edits, in order; where they overlap, the one with the most context. */
function nearestPlaces(
  value: string,
  quote: TextQuoteSelector,
  { start: from, end: to }: Stretch,
  most: number,
): readonly QuotePlace[] {
  const likeliestFirst = search(value.slice(from, to), quote.exact, most)
    .map(({ start, end, errors }) => ({
      start: from + start,
      end: from + end,
      edits: errors,
      context: matchContext(value, from + start, from + end, quote),
    }))
    .sort((a, b) => b.context - a.context || lengthOff(a, quote) - lengthOff(b, quote));
  const kept: QuotePlace[] = [];
  for (const place of likeliestFirst) {
    if (place.start === place.end) continue;
    if (kept.every((other) => place.end <= other.start || other.end <= place.start)) kept.push(place);
    if (kept.length > mostPlaces(quote.exact.length)) break;
  }
  return kept.map((place) => fitEdges(value, quote, place, most)).sort((a, b) => a.start - b.start);
}

/**
 * The search stretches a place as far as its edits allow, into the neighbouring words where the quote lost some of its
 * own at an end. Where more of the prefix or suffix speaks for another edge nearby, the place ends there, although it
 * may then have more edits than a quote can have undoubted.
 */
function fitEdges(value: string, quote: TextQuoteSelector, place: QuotePlace, most: number): QuotePlace {
  const start = bestEdge(place.start, 2 * most, value.length, (at) => matchPrefix(value, at, quote));
  const end = bestEdge(place.end, 2 * most, value.length, (at) => matchSuffix(value, at, quote));
  if ((start === place.start && end === place.end) || start >= end) return place;
  const edits = editDistance(quote.exact, value.slice(start, end));
  return { start, end, edits, context: matchContext(value, start, end, quote) };
}

/** The edge within `reach` with the most context; each step away has to be made up for by a unit of context more. */
function bestEdge(edge: number, reach: number, length: number, contextAt: (at: number) => number): number {
  let best = edge;
  let most = contextAt(edge);
  for (let at = Math.max(0, edge - reach); at <= Math.min(length, edge + reach); at += 1) {
    const score = contextAt(at) - Math.abs(at - edge);
    if (score > most) [best, most] = [at, score];
  }
  return best;
}

const lengthOff = ({ start, end }: QuotePlace, { exact }: TextQuoteSelector): number =>
  Math.abs(end - start - exact.length);
