import { toCodePoint, toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import type { CodeUnitOffset, Span } from '@/lib/text/offsets';
import { isBlank, paragraphsOf, type Paragraph } from '@/lib/text/paragraphs';
import { sentenceAt, sentencesOf } from '@/lib/text/sentences';
import { beforeAttribution, singleBeforeAttribution } from './attribution';
import { MOST_OPEN, roleOf, type OpenQuotation } from './open-quotations';
import type { MarkFlaw, Quotation } from './quotation';
import { closersOf, marksIn, openerOf, type QuotationMark } from './quotation-marks';

export interface FoundQuotations {
  /** In the order of their opening marks; one that stands in another comes after it. */
  readonly quotations: readonly Quotation[];
  /** In text order. */
  readonly flaws: readonly MarkFlaw[];
}

/** So many paragraphs may follow without a mark of their own before a quotation that runs on counts as never closed. */
const LONGEST_RUN = 12;

const remembered = new WeakMap<ArticleText, FoundQuotations>();

/**
 * The quotations of a text and what is wrong with their marks; straight and curly, single and double, « » and „ “,
 * nested. One that is open where its paragraph ends goes on in the next when that opens with the mark again, or when
 * the next mark to come can only be its closing one. Passages without a letter or figure are no quotations. O(n).
 */
export function findQuotations(text: ArticleText): FoundQuotations {
  const known = remembered.get(text);
  if (known) return known;
  const scan = new Scan(text);
  const found = scan.run();
  remembered.set(text, found);
  return found;
}

const INK = /[\p{L}\p{N}]/u;

class Scan {
  private readonly quotations: Quotation[] = [];
  private readonly flaws: MarkFlaw[] = [];
  private readonly open: OpenQuotation[] = [];
  private readonly paragraphs: readonly Paragraph[];
  private readonly lines: readonly string[];
  private readonly marks: readonly (readonly QuotationMark[])[];

  constructor(private readonly text: ArticleText) {
    this.paragraphs = paragraphsOf(text);
    this.lines = this.paragraphs.map(({ unitStart, unitEnd }) => text.value.slice(unitStart, unitEnd));
    this.marks = this.lines.map(marksIn);
  }

  run(): FoundQuotations {
    for (const at of this.paragraphs.keys()) this.readParagraph(at);
    this.giveUp(0, null);
    this.quotations.sort((a, b) => a.start - b.start || b.end - a.end);
    this.flaws.sort((a, b) => a.start - b.start);
    return { quotations: this.quotations, flaws: this.flaws };
  }

  private readParagraph(at: number): void {
    const { unitStart, unitEnd } = this.paragraphs[at]!;
    const marks = this.marks[at]!;
    const line = this.lines[at]!;
    const repeated = this.continueInto(at);
    const later = laterClosers(marks);
    for (let index = repeated; index < marks.length; index += 1) {
      const mark = marks[index]!;
      const unit = unitStart + mark.unit;
      const role = roleOf(mark, this.open, later[index]!, line);
      if (role === 'opens') this.begin(mark, unit, at);
      else if (role === 'closes') this.close(mark, unit, at);
      else if (role === 'unopened') this.flawAt(mark, unit, 'unopened', openerOf(mark.char));
    }
    for (const one of this.open) one.parts.push({ from: one.from, to: unitEnd });
  }

  /** Decides what becomes of the quotations that the paragraph before left open; how many marks that uses up. */
  private continueInto(at: number): number {
    if (this.open.length === 0) return 0;
    const { unitStart } = this.paragraphs[at]!;
    const marks = this.marks[at]!;
    const line = this.lines[at]!;
    let repeated = 0;
    let behind = 0;
    while (repeated < this.open.length) {
      const mark = marks[repeated];
      const expected = this.open[repeated]!.mark;
      if (mark?.family !== expected.family || line.slice(behind, mark.unit).trim() !== '') break;
      if (mark.endsWord && !mark.beginsWord && mark.unit !== firstInk(line)) break;
      repeated += 1;
      behind = mark.unit + mark.char.length;
    }
    if (repeated > 0) this.giveUp(repeated, null);
    else this.giveUp(this.runsOn(at) ? 1 : 0, null);
    for (const one of this.open) one.from = unitStart + behind;
    return repeated;
  }

  private runsOn(at: number): boolean {
    const outer = this.open[0]!.mark;
    if (outer.family === 'single') return false;
    for (let next = at; next < Math.min(at + LONGEST_RUN, this.marks.length); next += 1) {
      const mark = this.marks[next]!.find(({ family }) => family === outer.family);
      if (mark) return mark.endsWord && !mark.beginsWord && mark.points !== 'open';
    }
    return false;
  }

  private begin(mark: QuotationMark, unit: number, at: number): void {
    const same = this.open.findIndex((one) => one.mark.family === mark.family);
    if (same >= 0) this.giveUp(same, { paragraph: at, before: unit });
    if (this.open.length >= MOST_OPEN) return;
    if (mark.points === 'close' && this.usesOpening(mark))
      this.flawAt(mark, unit, 'turned', openerOf(mark.char));
    this.open.push({ mark, unit, depth: this.open.length, parts: [], from: unit + mark.char.length });
  }

  /** Whether the text opens quotations of this family by a mark of their own; Swedish closes and opens by ”. */
  private usesOpening(mark: QuotationMark): boolean {
    return this.text.value.includes(openerOf(mark.char));
  }

  private close(mark: QuotationMark, unit: number, at: number): void {
    const index = this.open.findLastIndex((one) => one.mark.family === mark.family);
    this.giveUp(index + 1, { paragraph: at, before: unit });
    const one = this.open.pop()!;
    const expected = closersOf(one.mark.char);
    if (!expected.includes(mark.char)) {
      const turned = mark.points === 'open' && one.mark.points !== 'either';
      this.flawAt(mark, unit, turned ? 'turned' : 'mismatched', expected[0]!);
    }
    this.keep(one, [...one.parts, { from: one.from, to: unit }], unit + mark.char.length, mark.char);
  }

  /** Ends the quotations from a depth on, never closed: in the midst of a paragraph, or with the one before. */
  private giveUp(depth: number, midst: { paragraph: number; before: number } | null): void {
    for (const one of this.open.splice(depth).reverse()) {
      if (midst)
        one.parts.push({ from: one.from, to: this.likelyEnd(one.from, midst.before, midst.paragraph) });
      const { from, to: end } = one.parts.pop()!;
      const single =
        one.mark.family === 'double' ? singleBeforeAttribution(this.text.value, from, end) : null;
      if (single !== null) {
        const closing = this.text.value.charAt(single);
        this.keep(one, [...one.parts, { from, to: single }], single + 1, closing);
        this.flaws.push({
          ...this.spanOf(single, single + 1),
          ...{ kind: 'mismatched', expected: closersOf(one.mark.char)[0]!, closesAt: null },
        });
        continue;
      }
      const latest = one.parts.length === 0 ? this.endOfFragment(one, from, end) : end;
      const to = beforeAttribution(this.text.value, from, latest);
      const kept = this.keep(one, [...one.parts, { from, to }], to, null);
      if (!kept || one.mark.family === 'single') continue;
      this.flaws.push({
        ...this.spanOf(one.unit, one.unit + one.mark.char.length),
        kind: 'unclosed',
        expected: closersOf(one.mark.char)[0]!,
        closesAt: kept.end,
      });
    }
  }

  /** Words quoted in the midst of a sentence end with it, at the latest. */
  private endOfFragment({ unit }: OpenQuotation, from: number, latest: number): number {
    const { value } = this.text;
    if (
      !/^\p{Ll}/u.test(value.slice(from, from + 2)) ||
      !/[\p{L}\p{N}] $/u.test(value.slice(Math.max(0, unit - 2), unit))
    )
      return latest;
    const sentence = sentenceAt(this.text, toCodePoint(this.text, from as CodeUnitOffset));
    return sentence ? Math.min(latest, toCodeUnit(this.text, sentence.end)) : latest;
  }

  /** Behind the last sentence that ends before another quotation begins, or as far as that. */
  private likelyEnd(from: number, limit: number, at: number): number {
    const before = toCodePoint(this.text, limit as CodeUnitOffset);
    const here = sentenceAt(this.text, before);
    const last =
      here && here.end > before ? sentencesOf(this.text, this.paragraphs[at]!)[here.number - 2] : here;
    const end = last ? toCodeUnit(this.text, last.end) : from;
    return end > from ? end : limit;
  }

  private keep(
    one: OpenQuotation,
    parts: readonly { readonly from: number; readonly to: number }[],
    end: number,
    closing: string | null,
  ): Quotation | null {
    const { value } = this.text;
    const spans: Span[] = [];
    for (const { from, to } of parts) {
      const [start, stop] = trimUnits(value, from, to);
      if (INK.test(value.slice(start, stop))) spans.push(this.spanOf(start, stop));
    }
    const last = spans.at(-1);
    if (!last) return null;
    const quotation: Quotation = {
      start: this.spanOf(one.unit, end).start,
      end: closing === null ? last.end : this.spanOf(one.unit, end).end,
      parts: spans,
      family: one.mark.family,
      depth: one.depth,
      opening: one.mark.char,
      closing,
    };
    this.quotations.push(quotation);
    return quotation;
  }

  private flawAt(mark: QuotationMark, unit: number, kind: MarkFlaw['kind'], expected: string): void {
    this.flaws.push({ ...this.spanOf(unit, unit + mark.char.length), kind, expected, closesAt: null });
  }

  private spanOf(from: number, to: number): Span {
    return {
      start: toCodePoint(this.text, from as CodeUnitOffset),
      end: toCodePoint(this.text, to as CodeUnitOffset),
    };
  }
}

/** For each mark, whether a single mark that can close something comes behind it, before the next that only opens. */
function laterClosers(marks: readonly QuotationMark[]): readonly boolean[] {
  const later = new Array<boolean>(marks.length).fill(false);
  let seen = false;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index]!;
    later[index] = seen;
    if (mark.family !== 'single') continue;
    if (mark.endsWord && mark.points !== 'open') seen = true;
    else if (mark.beginsWord) seen = false;
  }
  return later;
}

function firstInk(line: string): number {
  let unit = 0;
  while (unit < line.length && isBlank(line.charCodeAt(unit))) unit += 1;
  return unit;
}

function trimUnits(value: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && isBlank(value.charCodeAt(start))) start += 1;
  while (end > start && isBlank(value.charCodeAt(end - 1))) end -= 1;
  return [start, end];
}
