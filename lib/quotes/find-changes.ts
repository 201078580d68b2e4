import { toCodePoint, type ArticleText } from '@/lib/text/article-text';
import type { CodeUnitOffset, Span } from '@/lib/text/offsets';
import { classifyChange, type ChangedWord, type ChangeKind } from './classify-change';
import type { ComparableWord } from './comparable-words';
import { opensSentence } from './opens-sentence';
import type { SourceIndex } from './source-index';
import { extentOf, fitRun, type Aligned } from './fit-run';
import { areAlike, closingOf, gapOf } from './gap';
import { nestMarks } from './nest-marks';
import type { Quotation } from './quotation';
import { joinRuns, partAtMarks, type Run } from './runs';
import { isKept, type Step } from './step';
import { ELLIPSIS } from './stitched';
import { FUNCTION_WORDS } from './word-classes';

/** A place where a quotation departs from its source. */
export interface Change {
  readonly kind: ChangeKind;
  /** In the article; never empty: where words are missing or put in, it holds a word beside them. */
  readonly span: Span;
  readonly printed: string;
  /** What the source has in place of `printed`, on one line; empty where whole sentences were put in. */
  readonly said: string;
  /** In the source; where `said` is empty, a word beside the place. */
  readonly sourceSpan: Span;
}

export interface FoundChanges {
  readonly changes: readonly Change[];
  /** Words of the passage, and of the source left out of it, that the passage itself owns up to: […], [so]. */
  readonly excused: number;
}

/**
 * The changes of an aligned passage, in order and apart from each other. Runs with a single function word between them
 * are one change, and so are those that need the same shared word beside them; no change begins or ends inside a word
 * ("do|n’t"). What an ellipsis or square brackets in the passage announce is none.
 */
export function findChanges(
  article: ArticleText,
  quotation: Quotation,
  passage: readonly ComparableWord[],
  source: SourceIndex,
  alignment: readonly Step[],
): FoundChanges {
  const { steps, runs } = partAtMarks(article, passage, source, alignment);
  const changed: Run[] = [];
  let excused = 0;
  for (const run of joinRuns(article, runs, steps, passage)) {
    if (isAnnounced(article, passage, steps, run)) {
      excused += steps.slice(run.from, run.to + 1).filter((step) => !isKept(step)).length;
      continue;
    }
    const wide = widen(article, run, steps, passage, source);
    if (wide) changed.push(wide);
  }
  const aligned: Aligned = { article, passage, source, steps };
  const changes = fitAll(aligned, changed).map((run) => describe(aligned, quotation, run));
  return { changes, excused };
}

/** Runs with the marks at their ends, those that meet made one. */
function fitAll(aligned: Aligned, runs: readonly Run[]): readonly Run[] {
  const fitted: Run[] = [];
  let grown = false;
  for (const run of runs) {
    const wide = hasSource(aligned, run) ? fitRun(aligned, run) : run;
    const last = fitted.at(-1);
    if (last && wide.from <= last.to)
      fitted[fitted.length - 1] = { from: Math.min(last.from, wide.from), to: Math.max(last.to, wide.to) };
    else fitted.push(wide);
    grown ||= wide.from < run.from || wide.to > run.to || fitted.at(-1) !== wide;
  }
  return grown ? fitAll(aligned, fitted) : fitted;
}

const hasSource = ({ steps }: Aligned, { from, to }: Run): boolean =>
  steps.slice(from, to + 1).some((step) => step.source !== null);

function isAnnounced(
  article: ArticleText,
  passage: readonly ComparableWord[],
  steps: readonly Step[],
  { from, to }: Run,
): boolean {
  const own = steps.slice(from, to + 1).flatMap(({ passage: at }) => (at === null ? [] : [passage[at]!]));
  const before = steps.slice(0, from).findLast((step) => step.passage !== null)?.passage;
  const after = steps.slice(to + 1).find((step) => step.passage !== null)?.passage;
  const start = before == null ? own[0]?.unitStart : passage[before]!.unitEnd;
  const end = after == null ? own.at(-1)?.unitEnd : passage[after]!.unitStart;
  if (start === undefined || end === undefined) return false;
  if (own.length === 0) return ELLIPSIS.test(article.value.slice(start, end));
  const lead = article.value.slice(Math.max(0, start - (before == null ? 1 : 0)), own[0]!.unitStart);
  const tail = article.value.slice(own.at(-1)!.unitEnd, end + (after == null ? 1 : 0));
  return lead.includes('[') && tail.includes(']');
}

/** Takes in the rest of a word that a run cuts, and where one side is empty the shared word beside it. */
function widen(
  article: ArticleText,
  run: Run,
  steps: readonly Step[],
  passage: readonly ComparableWord[],
  source: SourceIndex,
): Run | null {
  let { from, to } = run;
  const sameWord = (a: Step | undefined, b: Step | undefined): boolean =>
    (a?.passage != null &&
      b?.passage != null &&
      passage[a.passage]!.unitStart === passage[b.passage]!.unitStart) ||
    (a?.source != null &&
      b?.source != null &&
      source.words[a.source]!.unitStart === source.words[b.source]!.unitStart);
  const settle = (): void => {
    while (from > 0 && sameWord(steps[from - 1], steps[from])) from -= 1;
    while (to < steps.length - 1 && sameWord(steps[to], steps[to + 1])) to += 1;
  };
  settle();
  const lacks = (side: keyof Step): boolean => steps.slice(from, to + 1).every((step) => step[side] === null);
  // Sentences that were put in whole need no word beside them, and none of another sentence.
  if (lacks('source') && isSentences({ article, passage, source, steps }, { from, to })) return { from, to };
  if (lacks('passage') || lacks('source')) {
    const begins = to < steps.length - 1 && beginsSentence(article, passage, source, steps[from]!);
    if (from > 0 && !begins) from -= 1;
    else if (to < steps.length - 1) to += 1;
    settle();
  }
  return lacks('passage') || lacks('source') ? null : { from, to };
}

/** Whether a run of words of the passage alone holds sentences, and leaves the marks of the source when it goes. */
function isSentences({ article, passage, source, steps }: Aligned, { from, to }: Run): boolean {
  const first = passage[steps[from]!.passage!]!.unitStart;
  const before = steps[from - 1];
  const next = steps[to + 1];
  if (!opensSentence(article, first)) return false;
  if (next?.passage == null) return true;
  const [end, begin] = [passage[steps[to]!.passage!]!.unitEnd, passage[next.passage]!.unitStart];
  if (!opensSentence(article, begin)) return false;
  if (!before || !isKept(before) || !isKept(next)) return true;
  const since = passage[0]!.unitStart;
  const { marks } = gapOf(article, end, begin, since);
  const left =
    gapOf(article, passage[before.passage!]!.unitEnd, first, since).marks + marks.slice(closingOf(marks));
  const [last, then] = [source.words[before.source!]!, source.words[next.source!]!];
  return areAlike(left, gapOf(source.text, last.unitEnd, then.unitStart, 0).marks);
}

/** Whether the first word that is missing or put in begins a sentence, so that the word beside it is the one behind. */
function beginsSentence(
  article: ArticleText,
  passage: readonly ComparableWord[],
  source: SourceIndex,
  { passage: own, source: there }: Step,
): boolean {
  return own !== null
    ? opensSentence(article, passage[own]!.unitStart)
    : opensSentence(source.text, source.words[there!]!.unitStart);
}

function describe(aligned: Aligned, quotation: Quotation, run: Run): Change {
  const { article, passage, source, steps } = aligned;
  const whole = steps.slice(run.from, run.to + 1);
  const asked = (text: ArticleText, word: ComparableWord): ChangedWord => ({
    key: word.key,
    written: text.value.slice(word.unitStart, word.unitEnd),
    opensSentence: opensSentence(text, word.unitStart),
  });
  const kind = classifyChange(
    whole.flatMap(({ passage: at, source: there }) =>
      at !== null && there === null ? [asked(article, passage[at]!)] : [],
    ),
    whole.flatMap(({ passage: at, source: there }) =>
      at === null && there !== null ? [asked(source.text, source.words[there]!)] : [],
    ),
  );
  if (!hasSource(aligned, run)) return { kind, ...putIn(aligned, run) };
  const { from, to, sourceFrom, sourceTo } = extentOf(aligned, run);
  const words = nestMarks(source.text.value.slice(sourceFrom, sourceTo).replace(/\s+/gu, ' '), quotation);
  const printed = article.value.slice(from, to);
  const begins = run.from === 0 || BEGINS_ANEW.test(article.value.slice(Math.max(0, from - 3), from));
  const said = fitCase(words, {
    opensPrinted: begins && opensSentence(article, from) && /^\p{Lu}/u.test(printed),
    opensSaid: (begins || !opensSentence(article, from)) && opensSentence(source.text, sourceFrom),
  });
  return {
    ...{ kind, span: spanOf(article, from, to), printed, said },
    sourceSpan: spanOf(source.text, sourceFrom, sourceTo),
  };
}

/** Behind an ellipsis, a bracket or the end of a paragraph a passage has its own capitals. */
const BEGINS_ANEW = /[…[\]\n“]|\.\.\s?$/u;

/** Sentences that were put in whole, with the mark that ends them and the space that parts them from the rest. */
function putIn({ article, passage, source, steps }: Aligned, run: Run): Omit<Change, 'kind'> {
  const first = passage[steps[run.from]!.passage!]!;
  const last = passage[steps[run.to]!.passage!]!;
  const next = steps.slice(run.to + 1).find((step) => step.passage !== null)?.passage;
  let [from, to] = [first.unitStart, last.unitEnd];
  if (next != null) {
    const gap = gapOf(article, to, passage[next]!.unitStart, passage[0]!.unitStart);
    to += closingOf(gap.marks);
    if (article.value.charAt(from - 1) === ' ') from -= 1;
    else if (article.value.charAt(to) === ' ') to += 1;
  }
  // The word of the source that stands where it has nothing of the change.
  const at =
    steps.slice(0, run.from).findLast((step) => step.source !== null)?.source ??
    steps.slice(run.to + 1).find((step) => step.source !== null)?.source;
  const beside = source.words[at ?? 0]!;
  return {
    ...{ span: spanOf(article, from, to), printed: article.value.slice(from, to), said: '' },
    sourceSpan: spanOf(source.text, beside.unitStart, beside.unitEnd),
  };
}

/** A sentence that begins here begins with a capital; a small word that began one there no longer does. */
function fitCase(said: string, at: { opensPrinted: boolean; opensSaid: boolean }): string {
  if (at.opensPrinted) return said.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const first = /^\p{Lu}\p{Ll}*(?=\s|$)/u.exec(said)?.[0].toLowerCase();
  if (!at.opensSaid || first === undefined || !FUNCTION_WORDS.has(first) || first === 'i') return said;
  return said.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

const spanOf = (text: ArticleText, from: number, to: number): Span => ({
  start: toCodePoint(text, from as CodeUnitOffset),
  end: toCodePoint(text, to as CodeUnitOffset),
});
