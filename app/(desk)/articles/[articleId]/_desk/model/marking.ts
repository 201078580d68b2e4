import type { AnnotationBodies } from '@/lib/annotation/annotation';
import { SPAN_MAX } from '@/lib/annotation/annotation';
import type { NewAnnotation } from '@/lib/contract/annotation';
import type { SelectedBy } from '@/lib/dom/observe-selection';
import { can } from '@/lib/policy/can';
import { newId } from '@/lib/ids';
import { sliceText } from '@/lib/text/article-text';
import { sameSpan, spanLength, type Span } from '@/lib/text/offsets';
import type { DeskModel } from './desk-model';
import { quoted } from './say-mark';

/** A passage has been selected: the tag line opens beside it, without taking the focus. */
export function selectPassage(desk: DeskModel, span: Span, by: SelectedBy): void {
  const { composer, adjusting } = desk.state.get();
  if (adjusting || (composer && composer.kind !== 'new')) return;
  if (composer && sameSpan(composer.span, span)) return;
  if (!can.mark(desk.data.me)) return;
  if (spanLength(span) > SPAN_MAX) {
    desk.say(`That is too much for one mark. A mark has at most ${SPAN_MAX} characters.`);
    return;
  }
  desk.state.set({ composer: { kind: 'new', span, by }, here: null, form: null });
  desk.say(`Selected ${quoted(sliceText(desk.text, span), 80)}. Type a tag, or press Enter.`);
}

/** Closes the tag line and leaves nothing behind. */
export function leaveTagLine(desk: DeskModel): void {
  desk.state.set({ composer: null });
  document.getSelection()?.removeAllRanges();
  focusArticle(desk);
}

/** Makes a mark on a passage and opens its card. */
export function saveMark(desk: DeskModel, span: Span, bodies: AnnotationBodies): void {
  const id = newId();
  const exact = sliceText(desk.text, span);
  const { tag, value, correction, note } = bodies;
  const annotation: NewAnnotation = {
    versionId: desk.data.article.currentVersion.id,
    start: span.start,
    end: span.end,
    exact,
    tag,
    ...(value === null ? {} : { value }),
    ...(correction === null ? {} : { correction }),
    ...(note === null ? {} : { note }),
  };
  desk.sync.run(`mark ${quoted(exact)}`, [{ kind: 'annotation.create', id, annotation }]);
  const { caret } = desk.state.get();
  desk.state.set({ active: id, ...(caret ? { caret: { at: span.end, anchor: span.end } } : {}) });
  leaveTagLine(desk);
  desk.say(`Marked ${quoted(exact)}.`);
}

/** The text takes the focus: keys mean the desk's own again. */
export function focusArticle(desk: DeskModel): void {
  desk.page?.root.focus({ preventScroll: true });
}
