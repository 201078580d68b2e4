import { toCodeUnit } from '@/lib/text/article-text';
import { findQuotations } from '@/lib/quotes/find-quotations';
import type { Finding, Rule } from '../suggestion';

const PAIRS = {
  curly: { double: ['“', '”'], single: ['‘', '’'] },
  straight: { double: ['"', '"'], single: ["'", "'"] },
} as const;

/** Quotation marks of the kind that the desk does not use. */
export const styleQuotationMarks: Rule = {
  id: 'style-quotation-marks',
  version: 1,
  tag: 'punct',
  on: true,
  *find({ text, value }, { houseStyle: { quotationMarks } }): Generator<Finding> {
    if (quotationMarks === 'any') return;
    const unwanted = PAIRS[quotationMarks === 'curly' ? 'straight' : 'curly'];
    const changes = new Map<number, string>();
    let outer: { from: number; to: number } | null = null;
    const finish = function* (): Generator<Finding> {
      if (!outer) return;
      const { from, to } = outer;
      yield {
        from,
        to,
        value: 'quotation mark',
        correction: Array.from(
          { length: to - from },
          (_, at) => changes.get(from + at) ?? value[from + at]!,
        ).join(''),
        message: `The desk uses ${quotationMarks} quotation marks.`,
        confidence: 'high',
      };
    };
    for (const { start, end, family, opening, closing } of findQuotations(text).quotations) {
      if (family !== 'double' && family !== 'single') continue;
      if (opening !== unwanted[family][0] || closing !== unwanted[family][1]) continue;
      const [from, to] = [toCodeUnit(text, start), toCodeUnit(text, end)];
      // One inside another changes with it.
      if (!outer || from >= outer.to) {
        yield* finish();
        outer = { from, to };
      }
      changes.set(from, PAIRS[quotationMarks][family][0]).set(to - 1, PAIRS[quotationMarks][family][1]);
    }
    yield* finish();
  },
};
