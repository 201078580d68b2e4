import type { ArticleText } from '@/lib/text/article-text';
import { boundaryAtOrAfter, boundaryAtOrBefore, isBoundary } from '@/lib/text/grapheme-boundaries';
import type { ComparableWord } from './comparable-words';
import { areAlike, closingOf, gapOf, looseBrackets, openingOf, type Gap } from './gap';
import type { Run } from './runs';
import type { SourceIndex } from './source-index';
import { isKept, type Step } from './step';
import { ELLIPSIS } from './stitched';

/** A passage aligned with its source. */
export interface Aligned {
  readonly article: ArticleText;
  readonly passage: readonly ComparableWord[];
  readonly source: SourceIndex;
  readonly steps: readonly Step[];
}

/** What a change replaces in the article and what by, in UTF-16 units. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
}

/** A bracket's partner is looked for among so many words. */
const FARTHEST_PARTNER = 12;

/**
 * Widens a run until the marks at its ends can be put right together with its words: over the word beside it where
 * marks between the two differ, or where that word has a capital in one text alone, and as far as the other bracket
 * of one that would be left without.
 */
export function fitRun(aligned: Aligned, run: Run): Run {
  const wide = takeMarksIn(aligned, run);
  if (isBalanced(aligned, wide)) return wide;
  const [mine, other] = brackets(aligned, wide);
  const [back, on] = [mine.closing !== other.closing, mine.opening !== other.opening];
  for (let far = 1; far <= FARTHEST_PARTNER; far += 1) {
    const from = back ? Math.max(0, wide.from - far) : wide.from;
    const to = on ? Math.min(aligned.steps.length - 1, wide.to + far) : wide.to;
    const wider = takeMarksIn(aligned, { from, to });
    if (isOneParagraph(aligned, wider) && isBalanced(aligned, wider)) return wider;
  }
  return wide;
}

/** The words of a fitted run, with the marks beside them that the two texts do not share. */
export function extentOf(aligned: Aligned, run: Run): Extent {
  const { article, source } = aligned;
  const bare = wordsOf(aligned, run);
  const front = besideFront(aligned, run);
  const back = besideBack(aligned, run);
  let from = bare.from - take(front, 'own');
  let to = bare.to + take(back, 'own');
  let sourceFrom = bare.sourceFrom - take(front, 'theirs');
  let sourceTo = bare.sourceTo + take(back, 'theirs');
  // Beyond the first and the last word the article's own marks stay, but for a bracket that would stand there twice.
  const mine = looseBrackets(article.value.slice(from, to));
  const other = looseBrackets(source.text.value.slice(sourceFrom, sourceTo));
  if (!back) {
    to += repeats(article.value, to, ')', other.closing - mine.closing);
    sourceTo += repeats(source.text.value, sourceTo, ')', mine.closing - other.closing);
  }
  if (!front) {
    from -= repeatsBefore(article.value, from, '(', other.opening - mine.opening);
    sourceFrom -= repeatsBefore(source.text.value, sourceFrom, '(', mine.opening - other.opening);
  }
  return {
    from: boundaryAtOrBefore(article.value, from),
    to: boundaryAtOrAfter(article.value, to),
    sourceFrom: boundaryAtOrBefore(source.text.value, sourceFrom),
    sourceTo: boundaryAtOrAfter(source.text.value, sourceTo),
  };
}

const take = (beside: Beside | null, side: 'own' | 'theirs'): number =>
  beside === null || beside.widen ? 0 : beside[side];

function takeMarksIn(aligned: Aligned, run: Run): Run {
  let { from, to } = run;
  for (;;) {
    if (besideFront(aligned, { from, to })?.widen === true) from -= 1;
    else if (besideBack(aligned, { from, to })?.widen === true) to += 1;
    else return { from, to };
  }
}

/** What is to be done about the gap at one end of a run: take the next word in, or some of the marks. */
type Beside =
  { readonly widen: true } | { readonly widen: false; readonly own: number; readonly theirs: number };

const LEAVE: Beside = { widen: false, own: 0, theirs: 0 };

/** What a passage says about itself, and no source has. */
const ANNOUNCED = /[[\]]/u;

/** Null at the passage's first word. */
function besideFront(aligned: Aligned, run: Run): Beside | null {
  const { article, steps, passage, source } = aligned;
  const own = nearest(steps, run.from - 1, -1, 'passage');
  const there = nearest(steps, run.from - 1, -1, 'source');
  if (own === null || there === null) return null;
  const { from, sourceFrom } = wordsOf(aligned, run);
  const mine = gapOf(article, passage[own]!.unitEnd, from, passage[0]!.unitStart);
  const other = gapOf(source.text, source.words[there]!.unitEnd, sourceFrom, 0);
  return decide(aligned, steps[run.from - 1]!, mine, other, (marks, touches) => ({
    attached: openingOf(marks),
    rest: marks.slice(touches ? closingOf(marks) : 0, marks.length - openingOf(marks)),
  }));
}

/** Null at its last. */
function besideBack(aligned: Aligned, run: Run): Beside | null {
  const { article, steps, passage, source } = aligned;
  const own = nearest(steps, run.to + 1, 1, 'passage');
  const there = nearest(steps, run.to + 1, 1, 'source');
  if (own === null || there === null) return null;
  const { to, sourceTo } = wordsOf(aligned, run);
  const mine = gapOf(article, to, passage[own]!.unitStart, passage[0]!.unitStart);
  const other = gapOf(source.text, sourceTo, source.words[there]!.unitStart, 0);
  return decide(aligned, steps[run.to + 1]!, mine, other, (marks, touches) => ({
    attached: closingOf(marks),
    rest: marks.slice(closingOf(marks), marks.length - (touches ? openingOf(marks) : 0)),
  }));
}

/** The first word of one side from a step on. */
function nearest(steps: readonly Step[], from: number, by: 1 | -1, side: keyof Step): number | null {
  for (let at = from; at >= 0 && at < steps.length; at += by) {
    const word = steps[at]![side];
    if (word !== null) return word;
  }
  return null;
}

/** `part` tells what of a gap belongs to the run's own word; of the rest a run that touches sees to its share. */
function decide(
  aligned: Aligned,
  neighbour: Step,
  mine: Gap,
  other: Gap,
  part: (marks: string, touches: boolean) => { readonly attached: number; readonly rest: string },
): Beside {
  const { article, source } = aligned;
  if (ELLIPSIS.test(mine.marks) || ANNOUNCED.test(mine.marks)) return LEAVE;
  const touches = !isKept(neighbour);
  const mayWiden = !mine.marks.includes('\n');
  const cut = isCut(article.value, mine) || isCut(source.text.value, other);
  if (mayWiden && (cut || (!touches && differsInCase(aligned, neighbour)))) return { widen: true };
  if (areAlike(mine.marks, other.marks)) return LEAVE;
  const own = part(mine.marks, touches);
  const theirs = part(other.marks, touches);
  if (mayWiden && !areAlike(own.rest, theirs.rest)) return { widen: true };
  return { widen: false, own: own.attached, theirs: theirs.attached };
}

/** Whether two words are one in writing (“do” and “not” of “don’t”), or touch and are one character to the eye. */
const isCut = (value: string, { from, to }: Gap): boolean =>
  from > to || (from === to && !isBoundary(value, from));

/** The first word of a passage has a capital, or none, for where it stands; words in capitals say nothing. */
function differsInCase({ article, passage, source }: Aligned, step: Step): boolean {
  if (!isKept(step) || step.passage === 0) return false;
  const mine = passage[step.passage!]!;
  const other = source.words[step.source!]!;
  const [a, b] = [
    article.value.slice(mine.unitStart, mine.unitEnd),
    source.text.value.slice(other.unitStart, other.unitEnd),
  ];
  return CAPITAL.test(a) !== CAPITAL.test(b) && !SHOUTED.test(a) && !SHOUTED.test(b);
}

const CAPITAL = /^\p{Lu}/u;
const SHOUTED = /^\p{Lu}[\p{M}'’]*\p{Lu}/u;

function wordsOf({ passage, source, steps }: Aligned, { from, to }: Run): Extent {
  const whole = steps.slice(from, to + 1);
  const own = whole.flatMap(({ passage: at }) => (at === null ? [] : [passage[at]!]));
  const theirs = whole.flatMap(({ source: at }) => (at === null ? [] : [source.words[at]!]));
  return {
    from: own[0]!.unitStart,
    to: own.at(-1)!.unitEnd,
    sourceFrom: theirs[0]!.unitStart,
    sourceTo: theirs.at(-1)!.unitEnd,
  };
}

type Loose = ReturnType<typeof looseBrackets>;

function brackets(aligned: Aligned, run: Run): readonly [mine: Loose, other: Loose] {
  const { from, to, sourceFrom, sourceTo } = extentOf(aligned, run);
  const { article, source } = aligned;
  return [
    looseBrackets(article.value.slice(from, to)),
    looseBrackets(source.text.value.slice(sourceFrom, sourceTo)),
  ];
}

function isBalanced(aligned: Aligned, run: Run): boolean {
  const [mine, other] = brackets(aligned, run);
  return mine.closing === other.closing && mine.opening === other.opening;
}

function isOneParagraph(aligned: Aligned, run: Run): boolean {
  const { from, to } = wordsOf(aligned, run);
  return !aligned.article.value.slice(from, to).includes('\n');
}

/** How often a bracket stands at a place, up to `most`. */
function repeats(value: string, at: number, bracket: string, most: number): number {
  let count = 0;
  while (count < most && value.charAt(at + count) === bracket) count += 1;
  return count;
}

function repeatsBefore(value: string, at: number, bracket: string, most: number): number {
  let count = 0;
  while (count < most && value.charAt(at - count - 1) === bracket) count += 1;
  return count;
}
