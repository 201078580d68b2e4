import { looksEnglish } from '../nearby';
import { withoutPossessive } from '../names';
import type { Analysis } from '../analysis';
import { isLikelySlip } from '../spelling-candidates';
import type { Word } from '../word';
import type { Confidence, Finding, Rule, SuggestionContext } from '../suggestion';

/** Words in small letters that no list has. A word of names is other rules' business. */
export const spelling: Rule = {
  id: 'spelling',
  version: 1,
  tag: 'spelling',
  on: true,
  *find(analysis, context): Generator<Finding> {
    if (context.wordLists.length === 0 || !looksEnglish(analysis.words)) return;
    const verdicts = new Map<string, Verdict>();
    for (const word of unknownWords(analysis, context)) {
      const key = word.text.toLowerCase();
      let verdict = verdicts.get(key);
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
  for (const { firstWord, endWord, headline } of analysis.sentences) {
    if (headline) continue;
    const small = analysis.words.slice(firstWord, endWord).filter((word) => isPlain(word, analysis));
    const unknown = small.filter(({ text }) => !isKnown(text.toLowerCase()));
    if (unknown.length > 1 && unknown.length / small.length > FOREIGN_SHARE) continue;
    const all = new Set(unknown);
    for (const word of unknown) {
      const at = analysis.words.indexOf(word, firstWord);
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
  const plain = word.text.toLowerCase().replace(/’/gu, "'");
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
  return { candidates, confidence: isLikelySlip(plain, candidates[0]!) ? 'high' : 'low' };
}

/** In quotation marks or brackets of its own, as foreign words are. */
const isSetOff = (value: string, { from, to }: Word): boolean =>
  /["“‘'(*_]/u.test(value.charAt(from - 1)) && /["”’')*_,]/u.test(value.charAt(to));

const likeCase = (candidate: string, { text }: Word): string =>
  /^\p{Lu}/u.test(text) ? candidate.charAt(0).toUpperCase() + candidate.slice(1) : candidate;
