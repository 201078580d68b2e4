import { sliceText, toCodePoint, toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import type { CodeUnitOffset, Span } from '@/lib/text/offsets';
import { settleSpan, snapToGraphemes } from '@/lib/text/graphemes';
import { mostEdits } from './approximate-quote';
import { fullContext, matchContext, type QuotePlace } from './context-match';
import { findApproximately } from './long-quote';
import type { TargetSelectors, TextPositionSelector, TextQuoteSelector } from './selectors';

/** Where a target stands in a text that may not be the one it was made on. */
export type Anchoring =
  /** Where it was: the quote stands at its position and no other place suits it better. */
  | { readonly kind: 'exact'; readonly span: Span }
  /** Somewhere else or reworded, and only there; `edits` is 0 when the quote still stands word for word. */
  | { readonly kind: 'moved'; readonly span: Span; readonly edits: number }
  /** Several places, or one that too little speaks for: a person has to say. Likeliest first, at most 20. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly kind: 'orphaned' };

const CANDIDATES_MAX = 20;

/** Comparisons spent on finding a quote word for word; a quote that stands more often than that is ambiguous. */
const EXACT_BUDGET = 200_000_000;

/** Long quotes are looked for by their beginning: searching a periodic text for all of one can take minutes. */
const BEGINNING = 256;

/** From this length on, in UTF-16 units, a quote that stands just once is taken to be meant whatever surrounds it. */
const TELLING_LENGTH = 12;
const TELLING_LENGTH_REWORDED = 32;

/**
 * Finds a target again. The quote is verified always and nothing is ever guessed:
 *
 * 1. the quote stands at its position, and no other place has more of its context → exact;
 * 2. it stands elsewhere word for word: once, and a quarter of its context is there, or it is 12 units long and no
 *    reworded place has half of the context; or more often, and one place has half of the context and leads the next
 *    by a quarter of it, or is the only one to have all of it → moved;
 * 3. it stands nowhere word for word, but reworded by at most one edit in five characters (see `findApproximately`):
 *    in one place only, and it is 32 units long or a quarter of the context is there; or one place leads the others
 *    as in 2 → moved;
 * 4. places that are less clear than that → ambiguous; none → orphaned.
 *
 * For every span of a text, anchoring what `describeTarget` says of it gives exactly that span.
 */
export function anchor(text: ArticleText, { position, quote }: TargetSelectors): Anchoring {
  if (quote.exact === '') return { kind: 'orphaned' };
  const here = placeAt(text, position, quote);
  const full = fullContext(quote);
  if (here?.context === full) return { kind: 'exact', span: toSpan(text, here) };
  const found = findExactly(text.value, quote);
  if (found.places.length === 0) return anchorReworded(text, quote);
  if (here && found.complete && found.places[0]!.context <= here.context) {
    return { kind: 'exact', span: toSpan(text, here) };
  }
  const [best, second] = found.places;
  const clear = second ? leads(best!.context, second.context, full) : suits(text, best!, quote);
  return found.complete && clear
    ? { kind: 'moved', span: toSpan(text, best!), edits: 0 }
    : ambiguous(found.places.map((place) => toSpan(text, place)));
}

/** Whether the only place of a quote is the one meant, although the text around it may be another. */
function suits(text: ArticleText, place: QuotePlace, quote: TextQuoteSelector): boolean {
  const full = fullContext(quote);
  if (full > 0 && place.context * 4 >= full) return true;
  if (quote.exact.length < TELLING_LENGTH) return false;
  return !findApproximately(text.value, quote).places.some(
    (other) => other.context > place.context && other.context * 2 >= full,
  );
}

/** Half of the context, and a lead of a quarter of it; or all of it where the next has not. */
function leads(best: number, second: number, full: number): boolean {
  if (full === 0) return false;
  const lead = best - second;
  return (best * 2 >= full && lead * 4 >= full && lead >= 4) || (best === full && full >= 16 && lead > 0);
}

function placeAt(
  text: ArticleText,
  { start, end }: TextPositionSelector,
  quote: TextQuoteSelector,
): QuotePlace | null {
  if (!(start >= 0 && start <= end && end <= text.length)) return null;
  if (sliceText(text, { start, end }) !== quote.exact) return null;
  const units = { start: toCodeUnit(text, start), end: toCodeUnit(text, end) };
  return { ...units, context: matchContext(text.value, units.start, units.end, quote), edits: 0 };
}

/** The places where the quote stands word for word, most context first; `complete` unless there were too many. */
function findExactly(
  value: string,
  quote: TextQuoteSelector,
): { readonly places: readonly QuotePlace[]; readonly complete: boolean } {
  const { exact } = quote;
  const beginning = exact.slice(0, BEGINNING);
  const most = Math.ceil(EXACT_BUDGET / exact.length);
  const places: QuotePlace[] = [];
  let seen = 0;
  for (let start = value.indexOf(beginning); start >= 0; start = value.indexOf(beginning, start + 1)) {
    seen += 1;
    if (seen > most) return { places, complete: false };
    if (!value.startsWith(exact, start)) continue;
    const end = start + exact.length;
    keepBest(places, { start, end, context: matchContext(value, start, end, quote), edits: 0 });
  }
  return { places, complete: true };
}

/** Keeps the list sorted by context, earlier places first among equals, and no longer than needed. */
function keepBest(places: QuotePlace[], place: QuotePlace): void {
  if (places.length === CANDIDATES_MAX && places.at(-1)!.context >= place.context) return;
  const before = places.findIndex(({ context }) => context < place.context);
  places.splice(before < 0 ? places.length : before, 0, place);
  if (places.length > CANDIDATES_MAX) places.pop();
}

function anchorReworded(text: ArticleText, quote: TextQuoteSelector): Anchoring {
  const found = findApproximately(text.value, quote);
  const full = Math.max(fullContext(quote), 1);
  const scored = found.places
    .map((place) => ({ place, score: (1 - place.edits / quote.exact.length) * full + place.context }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return { kind: 'orphaned' };
  const spans = scored.flatMap(({ place }) => settle(text, place, quote) ?? []);
  const clear = second
    ? best.place.context * 2 >= full && (best.score - second.score) * 4 >= full
    : quote.exact.length >= TELLING_LENGTH_REWORDED || best.place.context * 4 >= full;
  const span = settle(text, best.place, quote);
  return found.complete && clear && best.place.edits <= mostEdits(quote) && span
    ? { kind: 'moved', span, edits: best.place.edits }
    : ambiguous(spans);
}

/** A reworded place never cuts a cluster, and has white space at its ends only where the quote had. */
function settle(text: ArticleText, place: QuotePlace, { exact }: TextQuoteSelector): Span | null {
  const span = toSpan(text, place);
  return exact.trim() === exact ? settleSpan(text, span) : snapToGraphemes(text, span);
}

const ambiguous = (spans: readonly Span[]): Anchoring =>
  spans.length === 0
    ? { kind: 'orphaned' }
    : { kind: 'ambiguous', candidates: spans.slice(0, CANDIDATES_MAX) };

const toSpan = (text: ArticleText, { start, end }: QuotePlace): Span => ({
  start: toCodePoint(text, start as CodeUnitOffset),
  end: toCodePoint(text, end as CodeUnitOffset),
});
