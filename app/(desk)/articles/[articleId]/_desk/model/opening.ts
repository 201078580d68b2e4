import type { AnnotationView } from '@/lib/contract/annotation';
import { bringIntoView } from '@/lib/dom/bring-into-view';
import { span, type Span } from '@/lib/text/offsets';
import type { DeskModel } from './desk-model';
import { quoted, sayTag } from './say-mark';

/** Opens a mark's card and shows its text. `null` closes whatever is open. */
export function openMark(desk: DeskModel, id: string | null, how: { readonly scroll?: boolean } = {}): void {
  const mark = desk.mark(id);
  desk.state.set({ active: mark ? mark.id : null, form: null, here: null });
  if (!mark) return;
  if (how.scroll !== false) showMark(desk, mark);
  desk.say(`${sayTag(mark)}, on ${quoted(mark.exact, 80)}, ${mark.status}.`);
}

/** Brings the text of a mark into view, if it is not. */
export const showMark = (desk: DeskModel, mark: AnnotationView): void =>
  showPassage(desk, span(mark.start, mark.end));

/** The same for any passage. */
export function showPassage(desk: DeskModel, passage: Span): void {
  if (desk.page) bringIntoView(desk.page, passage);
}

/** The next (1) or previous (-1) of the shown marks, from the open one or else from what is in view; it wraps. */
export function stepMark(
  desk: DeskModel,
  direction: 1 | -1,
  wanted?: (mark: AnnotationView) => boolean,
): void {
  const all = desk.shownMarks();
  const { active } = desk.state.get();
  const at = all.findIndex(({ id }) => id === active);
  const from = at >= 0 ? at : startOfView(desk, all) - (direction > 0 ? 1 : 0);
  for (let step = 1; step <= all.length; step += 1) {
    const mark = all[(from + direction * step + all.length * 2) % all.length]!;
    if (!wanted || wanted(mark)) return openMark(desk, mark.id);
  }
  desk.say(wanted ? 'Every mark is decided.' : 'There are no marks.');
}

/** Index of the first mark whose text starts below the top of the window; 0 when there is none. */
function startOfView(desk: DeskModel, marks: readonly AnnotationView[]): number {
  const caret = desk.state.get().caret;
  const first = caret ? caret.at : firstOffsetInView(desk);
  return Math.max(
    0,
    marks.findIndex(({ start }) => start >= first),
  );
}

/** Below the bar, in CSS pixels: what is higher up is out of view. */
const BELOW_BAR = 96;

/** Where the first paragraph in view starts. Sections are asked first: what is not laid out is not to be for this. */
export function firstOffsetInView({ page }: DeskModel): number {
  if (!page) return 0;
  const section = firstInView(page.sections.map(({ element }) => element));
  const { first, end } = page.sections[section] ?? { first: 0, end: 0 };
  return page.paragraphs[first + firstInView(page.elements.slice(first, end))]?.start ?? 0;
}

/** Binary search: index of the first element that reaches into view; their number if none does. */
function firstInView(elements: readonly HTMLElement[]): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (elements[middle]!.getBoundingClientRect().bottom < BELOW_BAR) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The marks over the same text as the open one, or over the caret: shortest first. */
export function marksHere(desk: DeskModel): readonly AnnotationView[] {
  const { active, caret } = desk.state.get();
  const mark = desk.mark(active);
  const reach = mark ?? (caret && { start: caret.at, end: caret.at + 1 });
  if (!reach) return [];
  return desk
    .shownMarks()
    .filter(({ start, end }) => start < reach.end && reach.start < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? 1 : -1));
}

/**
 * Walks through the marks over the text of the one it began at: each is reached, also where not all of them overlap each
 * other.
 */
export function cycleHere(desk: DeskModel): void {
  const { active, walk } = desk.state.get();
  const under = walk !== null && walk.at === active ? walk.ids : marksHere(desk).map(({ id }) => id);
  const ids = under.filter((id) => desk.mark(id)?.deletedAt === null);
  const at = ids.findIndex((id) => id === active);
  const next = ids[(at + 1) % ids.length];
  if (next === undefined) return desk.say('There is no mark here.');
  if (ids.length === 1 && at === 0) return desk.say('No other mark here.');
  openMark(desk, next);
  desk.state.set({ walk: { ids, at: next } });
}

const PERMALINK = '#mark-';
/** The same, with the story of the mark open. */
const STORY = '#story-';

export const permalinkOf = (id: string): string => `${PERMALINK}${id}`;

/** Opens the mark that the address names. */
export function openFromAddress(desk: DeskModel): void {
  const { hash } = window.location;
  const told = hash.startsWith(STORY);
  if (!told && !hash.startsWith(PERMALINK)) return;
  const id = hash.slice((told ? STORY : PERMALINK).length);
  if (desk.mark(id)) {
    openMark(desk, id);
    if (told) desk.state.set({ overlay: 'story' });
  } else desk.say('The mark of this link is not in this article.');
}
