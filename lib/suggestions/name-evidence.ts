import { editDistance } from '@/lib/text/edit-distance';
import type { Analysis } from './analysis';
import { haveSameLetters, isDerived, keepConsonants } from './near-forms';
import {
  hasFirstName,
  hasSurname,
  haveOthers,
  sharedBefore,
  sharedBehind,
  sharedBeside,
  type NamePart,
} from './name-parts';
import type { Confidence, SuggestionContext } from './suggestion';

const rememberedForms = new WeakMap<SuggestionContext, Map<string, boolean>>();

/** Whether a list has a form; asked once for each, because a list takes its time. */
export function isListed(form: string, context: SuggestionContext): boolean {
  let known = rememberedForms.get(context);
  if (!known) rememberedForms.set(context, (known = new Map<string, boolean>()));
  let listed = known.get(form);
  if (listed === undefined) known.set(form, (listed = context.wordLists.some((list) => list.has(form))));
  return listed;
}

/** Whether a word is one that is also written small ("Bridge", "North", "Lake"), or an initial. */
const isCommon = (word: string, context: SuggestionContext): boolean =>
  word.length === 1 || isListed(word.toLowerCase(), context);

/**
 * How surely the rarer of two near names is a slip for the other; null where they are two names.
 *
 * What two names share beside the difference says most: the other half of a hyphenated name, a first name, all of
 * their letters. Where they share nothing, one has to be introduced in full and the other to come after it alone.
 */
export function weighPair(
  part: NamePart,
  other: NamePart,
  analysis: Analysis,
  context: SuggestionContext,
): Confidence | null {
  const found = evidenceOf(part, other, context);
  if (found === null || found === 'low') return found;
  if (speakOfNames(part, other, analysis)) return 'low';
  // Whoever writes two names into one sentence has seen that they are two.
  if (shareSentence(part, other)) return haveSameLetters(part.form, other.form) ? 'medium' : 'low';
  return found;
}

function evidenceOf(part: NamePart, other: NamePart, context: SuggestionContext): Confidence | null {
  if (shareWord(part, other) || haveOtherGenders(part, other)) return null;
  const beside = sharedBeside(part, other);
  if (haveOthers(part, other)) return beside.some((word) => !isListed(word, context)) ? 'low' : null;
  const bothListed = isListed(part.form, context) && isListed(other.form, context);
  const before = sharedBefore(part, other);
  const behind = sharedBehind(part, other).filter((word) => !isCommon(word, context));
  if (haveSameLetters(part.form, other.form))
    return bothListed && before.length + behind.length === 0 ? 'low' : 'high';
  if (beside.length > 0) return ofHyphenated(beside, bothListed && before.length === 0, context);
  if (before.length > 0) return ofSurnames(part, other, before, bothListed, context);
  if (isDerived(part.form, other.form)) return null;
  if (behind.length > 0) return ofFirstNames(part, other, context);
  return ofLoneNames(part, other, context);
}

/** "Anglo-Iraqi" and "Anglo-Irani" are made of words; "Okonkwo-Hail" can only be "Okonkwo-Hale". */
const ofHyphenated = (
  beside: readonly string[],
  wordsOnly: boolean,
  context: SuggestionContext,
): Confidence | null => (wordsOnly && beside.every((word) => isListed(word, context)) ? null : 'high');

/** "Dorcas Entwhistle" and "Dorcas Entwistle"; but "Lake Tana" and "Lake Tona". */
function ofSurnames(
  part: NamePart,
  other: NamePart,
  before: readonly string[],
  bothListed: boolean,
  context: SuggestionContext,
): Confidence | null {
  const onlyCommon = before.every((word) => isCommon(word, context));
  // Two people of one first name and nearly one surname are rarer than a slip: "Gwen Parrish" and "Gwen Parish".
  if (bothListed) {
    const alike = !onlyCommon && part.form[0] === other.form[0] && keepConsonants(part.form, other.form);
    return alike || other.places.length > part.places.length ? 'medium' : 'low';
  }
  if (onlyCommon && part.places.length > 1) return 'low';
  return onlyCommon || part.form[0] !== other.form[0] ? 'medium' : 'high';
}

/** Brothers and sisters have one surname and often near names: "Marina" and "Martina". */
function ofFirstNames(part: NamePart, other: NamePart, context: SuggestionContext): Confidence | null {
  if (part.form[0] !== other.form[0]) return null;
  if (isListed(part.form, context)) return isListed(other.form, context) ? null : 'low';
  return part.places.length > 1 ? 'low' : 'medium';
}

const MIN_LONE = 6;
const OFTEN = 3;

function ofLoneNames(part: NamePart, other: NamePart, context: SuggestionContext): Confidence | null {
  if (part.form[0] !== other.form[0] || haveOtherRoles(part, other)) return null;
  if (isListed(part.form, context)) return null;
  // A slip of the pen does not happen twice the same way.
  if (part.places.length > 1) return other.places.length >= OFTEN * part.places.length ? 'low' : null;
  const close =
    Math.min(part.form.length, other.form.length) >= MIN_LONE &&
    (editDistance(part.form, other.form) === 1 ||
      (part.form.length >= 8 && keepConsonants(part.form, other.form))) &&
    !differInEnding(part.form, other.form);
  if (!close) return 'low';
  const introduced = introduces(other, part) || introduces(part, other);
  return introduced || other.places.length >= OFTEN ? 'medium' : 'low';
}

/** The last letter makes another word in many languages; one written twice does not. */
function differInEnding(a: string, b: string): boolean {
  if (a.length === b.length) return a.slice(0, -1) === b.slice(0, -1);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.slice(0, -1) === short && long.at(-1) !== short.at(-1);
}

/** Whether one form stands behind a first name, and the other only after that and alone, or with a title. */
const introduces = (full: NamePart, alone: NamePart): boolean =>
  hasFirstName(full) &&
  !hasFirstName(alone) &&
  !hasSurname(alone) &&
  full.places[0]!.word.from < alone.places[0]!.word.from;

/** Whether one is always a first name and the other always a surname. */
const haveOtherRoles = (a: NamePart, b: NamePart): boolean =>
  (isFirst(a) && isLast(b)) || (isLast(a) && isFirst(b));
const isFirst = (one: NamePart): boolean => hasSurname(one) && !hasFirstName(one);
const isLast = (one: NamePart): boolean => hasFirstName(one) && !hasSurname(one);

const MEN = /^(?:mr|sir|lord|father|fr|brother|king|prince|chairman|spokesman)$/i;
const WOMEN = /^(?:mrs|ms|miss|dame|lady|sister|queen|princess|chairwoman|spokeswoman)$/i;

/** Whether one is called Mr and the other Mrs. */
const haveOtherGenders = (a: NamePart, b: NamePart): boolean =>
  (isOnly(a, MEN, WOMEN) && isOnly(b, WOMEN, MEN)) || (isOnly(a, WOMEN, MEN) && isOnly(b, MEN, WOMEN));
const isOnly = ({ before }: NamePart, these: RegExp, those: RegExp): boolean =>
  [...before].some((word) => these.test(word)) && ![...before].some((word) => those.test(word));

const rememberedSentences = new WeakMap<NamePart, ReadonlySet<number>>();

function sentencesOf(part: NamePart): ReadonlySet<number> {
  let sentences = rememberedSentences.get(part);
  if (!sentences) {
    sentences = new Set(part.places.map(({ word }) => word.sentence));
    rememberedSentences.set(part, sentences);
  }
  return sentences;
}

/** Whether two forms are parts of one hyphenated name. */
const shareWord = (a: NamePart, b: NamePart): boolean =>
  a.beside.has(b.form) && a.places.some(({ word }) => b.places.some((place) => place.word === word));

function shareSentence(a: NamePart, b: NamePart): boolean {
  const sentences = sentencesOf(a);
  return [...sentencesOf(b)].some((sentence) => sentences.has(sentence));
}

/** Words of sentences that say whose relation somebody is, or how a name is written: the difference is meant. */
const OF_NAMES = new RegExp(
  String.raw`\b(?:${[
    'brothers?|sisters?|siblings?|twins?|cousins?|namesakes?|relation|related|née|nee|aka|alias',
    'spell(?:s|ed|ing|t)?|misspel\\w+|mispronounc\\w+|pronounc\\w+|accents?|umlauts?|consonants?|vowels?',
    'renamed|rechristened|formerly|originally|known as|call(?:s|ed) (?:him|her|it)self|born \\p{Lu}',
    'nearly the same name|same name|similar names?|confused|mistaken for|mix(?:es|ed)? up',
  ].join('|')})\b`,
  'u',
);

function speakOfNames(part: NamePart, other: NamePart, { sentences, value }: Analysis): boolean {
  const places = [part.places[0]!, other.places[0]!];
  return places.some(({ word }) => {
    const { from, to } = sentences[word.sentence]!;
    return to - from < LONGEST_SENTENCE && OF_NAMES.test(value.slice(from, to));
  });
}

const LONGEST_SENTENCE = 2_000;
