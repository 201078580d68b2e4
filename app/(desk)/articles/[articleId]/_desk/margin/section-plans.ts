import { caretBox } from '@/lib/dom/measure';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { RenderedText } from '@/lib/dom/rendered-text';
import type { CodePointOffset } from '@/lib/text/offsets';
import type { DeskModel } from '../model/desk-model';
import type { CardSizes } from './card-sizes';
import { planCards, type PlannedPlace } from './plan-cards';

export interface SectionPlan {
  /** Index of its first mark among the shown ones. */
  readonly first: number;
  /** In the order of the text; tops count from the section's own. */
  readonly places: readonly PlannedPlace[];
}

/** A card's top stands a little above its text's, in CSS pixels. */
const RISE = 10;

/** After so many changed marks everything is planned anew. */
const MANY = 200;

/** The plans of the sections that were asked for, each kept until something in it changes. */
export class SectionPlans {
  readonly #desk: DeskModel;
  readonly #sizes: CardSizes;
  readonly #plans = new Map<number, readonly PlannedPlace[]>();
  /** Where planned marks stood when they were planned, by section. */
  readonly #sections = new Map<string, number>();
  /** By offset: where text stands below the top of its section. Measured once for each layout of the text. */
  readonly #anchors = new Map<number, number>();

  constructor(desk: DeskModel, sizes: CardSizes) {
    this.#desk = desk;
    this.#sizes = sizes;
  }

  of(section: number): SectionPlan {
    const page = this.#desk.page!;
    const { marks, first } = this.#marksIn(page, section);
    const known = this.#plans.get(section);
    if (known) return { first, places: known };
    const places = this.#planOf(page, section, marks);
    this.#plans.set(section, places);
    for (const { id } of marks) if (this.#sections.get(id) !== section) this.#sections.set(id, section);
    return { first, places };
  }

  /** The plan of a section that was asked for before and has not changed since. */
  known(section: number): readonly PlannedPlace[] | undefined {
    return this.#plans.get(section);
  }

  /** The section in which a shown mark begins, or null. */
  sectionOf(id: string): number | null {
    const mark = this.#desk.mark(id);
    const { page } = this.#desk;
    return mark && page && mark.deletedAt === null ? sectionAt(page, mark.start) : null;
  }

  forgetMark(id: string): void {
    for (const section of [this.#sections.get(id), this.sectionOf(id)]) {
      if (section !== undefined && section !== null) this.#plans.delete(section);
    }
  }

  forgetMarks(ids: readonly string[]): void {
    if (ids.length > MANY) this.#plans.clear();
    else for (const id of ids) this.forgetMark(id);
  }

  /** The text is laid out anew, or other marks are shown. */
  forgetAll(): void {
    this.#plans.clear();
    this.#anchors.clear();
  }

  #planOf(page: RenderedText, section: number, marks: readonly AnnotationView[]): readonly PlannedPlace[] {
    if (marks.length === 0) return [];
    const { active } = this.#desk.state.get();
    const { element } = page.sections[section]!;
    const { top, height } = element.getBoundingClientRect();
    const last = section === page.sections.length - 1;
    return planCards(
      marks.map(({ id, start }) => ({
        id,
        anchor: this.#anchorOf(page, start, top),
        height: this.#sizes.heightOf(id),
        open: id === active,
      })),
      // Above the first section stands the article's head, and nothing stands below the last one.
      { from: section === 0 ? -RISE : 0, to: last ? Infinity : height },
    );
  }

  #anchorOf(page: RenderedText, start: number, top: number): number {
    const known = this.#anchors.get(start);
    if (known !== undefined) return known;
    const box = caretBox(page, start as CodePointOffset, 'on');
    const anchor = box ? box.top - top - RISE : 0;
    this.#anchors.set(start, anchor);
    return anchor;
  }

  /** The shown marks that begin in a section. */
  #marksIn(
    page: RenderedText,
    section: number,
  ): { readonly marks: readonly AnnotationView[]; readonly first: number } {
    const shown = this.#desk.shownMarks();
    const startOf = (at: number): number =>
      page.paragraphs[page.sections[at]?.first ?? Infinity]?.start ?? Infinity;
    const first = section === 0 ? 0 : firstFrom(shown, startOf(section));
    return { marks: shown.slice(first, firstFrom(shown, startOf(section + 1))), first };
  }
}

/** Binary search: index of the first mark that starts at or after an offset. */
function firstFrom(marks: readonly AnnotationView[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (marks[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Binary search: index of the last section that begins at or before an offset. */
function sectionAt({ sections, paragraphs }: RenderedText, offset: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (paragraphs[sections[middle]!.first]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
