import { toCodeUnit } from '@/lib/text/article-text';
import { findQuotations } from '@/lib/quotes/find-quotations';
import type { MarkFlaw, Quotation } from '@/lib/quotes/quotation';
import type { Analysis } from '../analysis';
import { runEnd, runStart } from '../nearby';
import type { Finding, Rule } from '../suggestion';

/** Quotation marks that are never closed or opened, turned the wrong way, or straight among curly ones. */
export const quotationMarks: Rule = {
  id: 'quotation-marks',
  version: 1,
  tag: 'punct',
  on: true,
  *find(analysis): Generator<Finding> {
    const { quotations, flaws } = findQuotations(analysis.text);
    for (const flaw of flaws) yield describeFlaw(analysis, flaw);
    yield* findMixed(analysis, quotations);
  },
};

function describeFlaw(
  { text, value }: Analysis,
  { kind, start, end, expected, closesAt }: MarkFlaw,
): Finding {
  const [from, to] = [toCodeUnit(text, start), toCodeUnit(text, end)];
  const mark = value.slice(from, to);
  switch (kind) {
    case 'unclosed': {
      const closes = toCodeUnit(text, closesAt!);
      const begin = Math.max(runStart(value, closes), from);
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
      return finding(begin, close, value.slice(begin, from) + expected + value.slice(to, close), {
        message:
          kind === 'turned' ? `“${mark}” points the wrong way.` : `“${mark}” does not match its partner.`,
        confidence: 'high',
      });
    }
  }
}

const STRAIGHT = '"';
const CURLY = '“';

/** Straight double marks where the text uses curly ones, or the reverse: the rarer kind. */
function* findMixed({ text, value }: Analysis, quotations: readonly Quotation[]): Generator<Finding> {
  const straight = quotations.filter(({ opening, closing }) => opening === STRAIGHT && closing === STRAIGHT);
  const curly = quotations.filter(({ opening, closing }) => opening === CURLY && closing === '”');
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
