import { findQuotations } from '@/lib/quotes/find-quotations';
import { toCodeUnit } from '@/lib/text/article-text';
import { editDistance } from '@/lib/text/edit-distance';
import { MONTH_NAMES, WEEKDAYS } from '../dates';
import { looksEnglish } from '../nearby';
import { withoutPossessive } from '../names';
import { withoutDiacritics } from '../near-forms';
import type { Analysis } from '../analysis';
import { isLikelySlip } from '../spelling-candidates';
import type { Word } from '../word';
import type { Confidence, Finding, Rule, SuggestionContext } from '../suggestion';

/** Words in small letters that no list has. A word of names is other rules' business. */
export const spelling: Rule = {
  id: 'spelling',
  version: 3,
  tag: 'spelling',
  on: true,
  *find(analysis, context): Generator<Finding> {
    if (context.wordLists.length === 0 || !looksEnglish(analysis.words)) return;
    const verdicts = new Map<string, Verdict>();
    for (const word of unknownWords(analysis, context)) {
      const key = word.text.toLowerCase();
      let verdict = isCalendarSlip(word, analysis, context)
        ? ({ candidates: daysNear(key), confidence: 'high' } as const)
        : verdicts.get(key);
      if (!verdict) {
        verdict = judge(analysis, context, word, verdicts.size < MOST_LOOKED_UP);
        verdicts.set(key, verdict);
      }
      const [correction = null, ...alternatives] = verdict.candidates.map((candidate) =>
        likeCase(candidate, word),
      );
      yield {
        from: word.from,
        to: word.to,
        value: word.text,
        correction,
        alternatives,
        message: `“${word.text}” is in no word list.`,
        confidence: verdict.confidence,
      };
    }
  },
};

/** So many different words are looked up; a text with more unknown ones is not what the lists are for. */
const MOST_LOOKED_UP = 300;

interface Verdict {
  readonly candidates: readonly string[];
  readonly confidence: Confidence;
}

/** What is longer has lost its spaces. */
const LONGEST = 40;

const LETTERS = /^[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*$/u;

/** A sentence in which more than this share of the small words is unknown is in another language. */
const FOREIGN_SHARE = 0.34;

function* unknownWords(analysis: Analysis, context: SuggestionContext): Generator<Word> {
  const known = new Map<string, boolean>();
  const isKnown = (word: string): boolean => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = isRight(word, context);
    known.set(word, now);
    return now;
  };
  const quotes = quotesOf(analysis);
  for (const { firstWord, endWord, headline } of analysis.sentences) {
    if (headline) continue;
    const slips = new Set(
      analysis.words.slice(firstWord, endWord).filter((word) => isCalendarSlip(word, analysis, context)),
    );
    yield* slips;
    const small = analysis.words
      .slice(firstWord, endWord)
      .filter((word) => !slips.has(word) && isPlain(word, analysis));
    const unknown = small.filter(({ text }) => !isKnown(text.toLowerCase()));
    if (unknown.length > 1 && unknown.length / small.length > FOREIGN_SHARE) continue;
    const all = new Set(unknown);
    const quoted = new Map<number, number>();
    const quoteOf = (word: Word): number => quotes.at(word.from);
    for (const word of unknown) quoted.set(quoteOf(word), (quoted.get(quoteOf(word)) ?? 0) + 1);
    for (const word of unknown) {
      const at = analysis.words.indexOf(word, firstWord);
      // Several in one quotation are how somebody spoke or spelled; guillemets in an English text quote another language.
      const quote = quoteOf(word);
      if (quote >= 0 && (quoted.get(quote)! > 1 || quotes.isForeign(quote))) continue;
      // Two in a row are a phrase of another language.
      if (!all.has(analysis.words[at - 1]!) && !all.has(analysis.words[at + 1]!)) yield word;
    }
  }
}

/** A word in small letters, or one with a capital that only opens its sentence and is no name elsewhere. */
function isPlain({ text, opens, from, to }: Word, { value, nameForms }: Analysis): boolean {
  if (text.length < 3 || text.length > LONGEST || !LETTERS.test(text)) return false;
  // Parts of addresses, hashtags and handles.
  if (/[@#/_.\\]/u.test(value.charAt(from - 1)) || /[@/_\\]|\.\p{L}/u.test(value.slice(to, to + 2)))
    return false;
  if (/^\p{Ll}+/u.test(text)) return !/\p{Lu}/u.test(text);
  return opens && /^\p{Lu}\p{Ll}+$/u.test(text) && isSoleOpening(text, nameForms);
}

/** A capitalised word never seen but at the start of sentences, and not beside a name. */
function isSoleOpening(text: string, nameForms: Analysis['nameForms']): boolean {
  const form = nameForms.get(text);
  return !form || (form.inside === 0 && form.after.size === 0 && form.before.size === 0);
}

const PREFIX =
  /^(?:anti|auto|co|counter|cyber|geo|hydro|inter|macro|mega|micro|mid|mini|mis|multi|neo|non|over|post|pre|pro|re|semi|sub|super|trans|ultra|un|under)(?=\p{L}{4})/u;

function isRight(word: string, { wordLists, knownNames, candidates }: SuggestionContext): boolean {
  const plain = withoutPossessive(word.replace(/’/gu, "'"));
  const listed = (form: string): boolean =>
    wordLists.some((list) => list.has(form) || list.has(form.charAt(0).toUpperCase() + form.slice(1)));
  // "Début" is "debut" with the accent it was born with.
  const bare = withoutDiacritics(plain);
  if (bare !== plain && listed(bare)) return true;
  if (CONTRACTIONS.has(plain) || CALENDAR.includes(plain)) return true;
  if (plain.length < 3 || listed(plain) || listed(word) || candidates?.has(plain)) return true;
  if (knownNames.some((name) => name.toLowerCase() === plain)) return true;
  const stem = plain.replace(PREFIX, '');
  return (stem !== plain && listed(stem)) || isCompound(plain, listed);
}

/** Two listed words written as one, long enough not to be so by chance: "boatyard". */
function isCompound(word: string, listed: (form: string) => boolean): boolean {
  for (let at = 4; at <= word.length - 4; at += 1) {
    if (listed(word.slice(0, at)) && listed(word.slice(at))) return true;
  }
  return false;
}

function judge(analysis: Analysis, context: SuggestionContext, word: Word, search: boolean): Verdict {
  const written = word.text.toLowerCase().replace(/’/gu, "'");
  const plain = withoutPossessive(written);
  const short = [...CONTRACTIONS].filter(
    (right) => written.includes("'") && editDistance(written, right) === 1,
  );
  if (short.length > 0) return { candidates: short, confidence: short.length === 1 ? 'high' : 'medium' };
  const days = word.text === word.text.toLowerCase() ? [] : daysNear(plain);
  if (days.length > 0) return { candidates: days, confidence: 'low' };
  const accepts = (candidate: string): boolean => context.wordLists.some((list) => list.has(candidate));
  const found = search ? (context.candidates?.near(plain, accepts) ?? []) : [];
  const candidates = [...found].sort(
    (a, b) => (analysis.lowerWords.get(b) ?? 0) - (analysis.lowerWords.get(a) ?? 0),
  );
  const repeats = analysis.lowerWords.get(word.text) ?? 0;
  // What a writer uses again and again is a term, and what is like nothing may be one; a capital may be a name's.
  if (repeats > 1 || candidates.length === 0 || word.opens || isSetOff(analysis.value, word)) {
    return { candidates, confidence: 'low' };
  }
  if (isLikelySlip(plain, candidates[0]!)) return { candidates, confidence: 'high' };
  // Two slips in a long word that is like no other.
  const isLone =
    candidates.length === 1 && plain.length >= LONG && plain.slice(0, 2) === candidates[0]!.slice(0, 2);
  return { candidates, confidence: isLone && plain.at(-1) === candidates[0]!.at(-1) ? 'medium' : 'low' };
}

/** From so many letters on. */
const LONG = 9;

const CONTRACTIONS: ReadonlySet<string> = new Set(
  `aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't shouldn't wasn't weren't won't
wouldn't i'm you're we're they're i've you've we've they've i'll you'll he'll she'll it'll we'll they'll there'll that'll
i'd you'd he'd she'd it'd we'd they'd there'd that'd who'd who'll could've should've would've might've must've`.split(
    /\s+/,
  ),
);

const CALENDAR = [
  ...WEEKDAYS.map((day) => day.toLowerCase()),
  ...MONTH_NAMES.map((month) => month.toLowerCase()),
];

/** A month or a day with a letter too many, too few, wrong or swapped; short ones are too much like other words. */
const isNearDay = (word: string, day: string): boolean =>
  day.length >= 6 && word[0] === day[0] && word !== day && isSlipOf(word, day);

const isSlipOf = (word: string, right: string): boolean =>
  Math.abs(word.length - right.length) < 2 &&
  (editDistance(word, right) === 1 || [...word].sort().join('') === [...right].sort().join(''));

/** What a word with its capital may be a slip of; first names and months of other languages are none. */
const daysNear = (word: string): readonly string[] =>
  NO_SLIPS.has(word) ? [] : CALENDAR.filter((day) => isNearDay(word, day));

const NO_SLIPS: ReadonlySet<string> = new Set(
  `sundar sunda sundas sundby munday monda mondal frida augusta auguste augusti augusto augustin augst januari
  februari oktober octobre octubre septembre septembar novembre novembro novembar decembre decembar dezember
  desember dicember`.split(/\s+/),
);

/** "In Feburary": with its capital no word of a list and of no name, a slip away from a month and beside what dates have. */
function isCalendarSlip(
  { text, from, to }: Word,
  { value, nameForms }: Analysis,
  context: SuggestionContext,
): boolean {
  if (!/^\p{Lu}\p{Ll}{4,9}$/u.test(text) || daysNear(text.toLowerCase()).length === 0) return false;
  const form = nameForms.get(text);
  const beside = [...(form?.before ?? []), ...(form?.after ?? [])];
  if (beside.some((word) => !CALENDAR.includes(word.toLowerCase()))) return false;
  if (
    !DATE_BEFORE.test(value.slice(Math.max(0, from - 24), from)) &&
    !DATE_BEHIND.test(value.slice(to, to + 24))
  )
    return false;
  return (
    !context.wordLists.some((list) => list.has(text)) &&
    !context.knownNames.some((name) => name.includes(text))
  );
}

const DATE_WORD = [...WEEKDAYS, ...MONTH_NAMES].join('|');
const DATE_BEFORE = new RegExp(
  String.raw`(?:\b(?:on|in|until|till|since|last|next|early|late|mid)|\b\d{1,2}(?:st|nd|rd|th)?(?: of)?|\b(?:${DATE_WORD}),?(?: (?:and|to|or|the))?)[ \u00a0]$`,
  'iu',
);
const DATE_BEHIND = new RegExp(
  String.raw`^,?[ \u00a0](?:\d{1,4}\b|(?:(?:and|to|or) )?(?:${DATE_WORD})\b)`,
  'u',
);

/** Which quotation a place stands in, by number, −1 for none. */
function quotesOf({ text }: Analysis): {
  at: (unit: number) => number;
  isForeign: (quote: number) => boolean;
} {
  const outer = findQuotations(text).quotations.filter(({ depth }) => depth === 0);
  const spans = outer.map(({ start, end }) => [toCodeUnit(text, start), toCodeUnit(text, end)] as const);
  const hasOthers = outer.some(({ family }) => family === 'double');
  let next = 0;
  return {
    // Asked in text order, mostly.
    at: (unit) => {
      while (next > 0 && spans[next]?.[0] !== undefined && spans[next]![0] > unit) next -= 1;
      while (next < spans.length - 1 && spans[next]![1] <= unit) next += 1;
      const span = spans[next];
      return span && span[0] <= unit && unit < span[1] ? next : -1;
    },
    isForeign: (quote) => hasOthers && outer[quote]!.family === 'angle',
  };
}

/** In quotation marks or brackets of its own, as foreign words are. */
const isSetOff = (value: string, { from, to }: Word): boolean =>
  /["“‘'(*_]/u.test(value.charAt(from - 1)) && /["”’')*_,]/u.test(value.charAt(to));

function likeCase(candidate: string, { text }: Word): string {
  const curly = text.includes('’') ? candidate.replace("'", '’') : candidate;
  const ending = candidate.includes("'") ? '' : text.slice(withoutPossessive(text).length);
  return (/^\p{Lu}/u.test(text) ? curly.charAt(0).toUpperCase() + curly.slice(1) : curly) + ending;
}
