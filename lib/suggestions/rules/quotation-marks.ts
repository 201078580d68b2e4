import { toCodeUnit } from '@/lib/text/article-text';
import { findQuotations } from '@/lib/quotes/find-quotations';
import type { MarkFlaw, Quotation } from '@/lib/quotes/quotation';
import type { Analysis } from '../analysis';
import { runEnd, runStart } from '../nearby';
import type { Finding, Rule } from '../suggestion';

/** Quotation marks that are never closed or opened, turned the wrong way, or straight among curly ones. */
export const quotationMarks: Rule = {
  id: 'quotation-marks',
  version: 3,
  tag: 'punct',
  on: true,
  *find(analysis): Generator<Finding> {
    const { quotations, flaws } = findQuotations(analysis.text);
    for (const flaw of flaws) yield describeFlaw(analysis, flaw, quotations);
    yield* findMixed(analysis, quotations);
  },
};

function describeFlaw(
  { text, value }: Analysis,
  { kind, start, end, expected, closesAt }: MarkFlaw,
  quotations: readonly Quotation[],
): Finding {
  const [from, to] = [toCodeUnit(text, start), toCodeUnit(text, end)];
  const mark = value.slice(from, to);
  // Marks that crowd each other are a flaw, and nobody can say which of them is too many.
  const crowded = MARKS.test(value.charAt(from - 1)) || MARKS.test(value.charAt(to));
  switch (kind) {
    case 'unclosed': {
      const closes = toCodeUnit(text, closesAt!);
      const begin = Math.max(runStart(value, closes), from);
      const empty = value.slice(to, closes).trim() === '';
      if (crowded || empty || MARKS.test(value.charAt(closes - 1)) || MARKS.test(value.charAt(closes))) {
        return finding(begin, closes, null, {
          message: `The quotation that “${mark}” opens is never closed.`,
          confidence: 'medium',
        });
      }
      // Closed as it opens, it might still be of the rarer kind: both marks in one.
      const [open, close] = pairFor(mark, expected, quotations);
      if (open !== mark) {
        return finding(from, closes, open + value.slice(to, closes) + close, {
          message: `The quotation that “${mark}” opens is never closed.`,
          confidence: 'medium',
        });
      }
      // At the end of its paragraph, or before "she said".
      const sure =
        /^(?:\n|$|\s\p{L})/u.test(value.slice(closes, closes + 3)) &&
        /[.,!?…]/u.test(value.charAt(closes - 1));
      return finding(begin, closes, value.slice(begin, closes) + expected, {
        message: `The quotation that “${mark}” opens is never closed.`,
        confidence: sure ? 'high' : 'medium',
      });
    }
    case 'unopened': {
      const begin = runStart(value, from);
      return finding(begin, to, null, {
        alternatives: [value.slice(begin, from)],
        message: `“${mark}” closes a quotation that nothing opens.`,
        confidence: 'medium',
      });
    }
    case 'mismatched':
    case 'turned': {
      const opens = /\s/u.test(value.charAt(from - 1)) || from === 0;
      const [begin, close] = opens ? [from, runEnd(value, from)] : [runStart(value, from), to];
      const mended = value.slice(begin, from) + expected + value.slice(to, close);
      // Where its partner is of the rarer kind, that one may be the wrong one.
      const unsure = crowded || isRarer(expected, quotations);
      return finding(begin, close, unsure ? null : mended, {
        ...(unsure && !crowded ? { alternatives: [mended] } : {}),
        message:
          kind === 'turned' ? `“${mark}” points the wrong way.` : `“${mark}” does not match its partner.`,
        confidence: 'high',
      });
    }
  }
}

/** Double marks of any kind. */
const MARKS = /["“”„«»]/u;

const STRAIGHT = '"';
const CURLY = '“';

/** How many quotations stand between straight double marks, and between curly ones. */
const countKinds = (quotations: readonly Quotation[]): { straight: number; curly: number } => ({
  straight: quotations.filter(isStraight).length,
  curly: quotations.filter(isCurly).length,
});

const isStraight = ({ opening, closing }: Quotation): boolean => opening === STRAIGHT && closing === STRAIGHT;
const isCurly = ({ opening, closing }: Quotation): boolean => opening === CURLY && closing === '”';

/** The marks of a quotation that is only opened: its own, or those of the text where these would be the rarer kind. */
function pairFor(
  mark: string,
  expected: string,
  quotations: readonly Quotation[],
): readonly [string, string] {
  if (!isRarer(mark, quotations)) return [mark, expected];
  return mark === STRAIGHT ? [CURLY, '”'] : [STRAIGHT, STRAIGHT];
}

/** Whether one more quotation with this mark would still be of the rarer kind. */
function isRarer(mark: string, quotations: readonly Quotation[]): boolean {
  const { straight, curly } = countKinds(quotations);
  if (mark === STRAIGHT) return straight + 1 < curly;
  return (mark === CURLY || mark === '”') && curly + 1 < straight;
}

/** Straight double marks where the text uses curly ones, or the reverse: the rarer kind. */
function* findMixed({ text, value }: Analysis, quotations: readonly Quotation[]): Generator<Finding> {
  const straight = quotations.filter(isStraight);
  const curly = quotations.filter(isCurly);
  const rarer = straight.length <= curly.length ? straight : curly;
  if (straight.length === curly.length) return;
  const [open, close] = rarer === straight ? [CURLY, '”'] : [STRAIGHT, STRAIGHT];
  for (const { start, end } of rarer) {
    const [from, to] = [toCodeUnit(text, start), toCodeUnit(text, end)];
    yield finding(from, to, open + value.slice(from + 1, to - 1) + close, {
      message: `Elsewhere the text uses ${rarer === straight ? 'curly' : 'straight'} quotation marks.`,
      confidence: 'medium',
    });
  }
}

const finding = (
  from: number,
  to: number,
  correction: string | null,
  rest: Pick<Finding, 'message' | 'confidence' | 'alternatives'>,
): Finding => ({ from, to, value: 'quotation mark', correction, ...rest });
