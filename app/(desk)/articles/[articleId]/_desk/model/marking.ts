import type { AnnotationBodies } from '@/lib/annotation/annotation';
import { SPAN_MAX } from '@/lib/annotation/annotation';
import type { NewAnnotation } from '@/lib/contract/annotation';
import type { NewEvidence } from '@/lib/contract/evidence';
import type { SelectedBy } from '@/lib/dom/observe-selection';
import { can } from '@/lib/policy/can';
import { newId } from '@/lib/ids';
import type { OperationDraft } from '@/lib/sync/operation-draft';
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
  const annotation = annotationOf(desk, { ...span, bodies });
  desk.sync.run(`mark ${quoted(exact)}`, [{ kind: 'annotation.create', id, annotation }]);
  const { caret } = desk.state.get();
  desk.state.set({ active: id, ...(caret ? { caret: { at: span.end, anchor: span.end } } : {}) });
  leaveTagLine(desk);
  desk.say(`Marked ${quoted(exact)}.`);
}

/** A mark that is made without the tag line: from a suggestion or from a check. */
export interface Proposal extends Span {
  readonly bodies: AnnotationBodies;
  /** Left to the tag where it is left out. */
  readonly state?: string;
  /** The rule that has proposed it, with its version. */
  readonly origin?: string;
  readonly evidence?: NewEvidence;
}

/** Makes marks in one step that can be undone, and opens none of them. */
export function takeProposals(desk: DeskModel, label: string, proposals: readonly Proposal[]): void {
  desk.sync.run(
    label,
    proposals.flatMap((proposal): OperationDraft[] => {
      const id = newId();
      const { evidence } = proposal;
      return [
        { kind: 'annotation.create', id, annotation: annotationOf(desk, proposal) },
        ...(evidence === undefined
          ? []
          : [{ kind: 'evidence.add', id, evidenceId: newId(), evidence } as const]),
      ];
    }),
  );
}

function annotationOf(
  desk: DeskModel,
  { start, end, bodies: { tag, value, correction, note }, state, origin }: Proposal,
): NewAnnotation {
  return {
    versionId: desk.data.article.currentVersion.id,
    ...{ start, end, exact: sliceText(desk.text, { start, end }), tag },
    ...(value === null ? {} : { value }),
    ...(correction === null ? {} : { correction }),
    ...(note === null ? {} : { note }),
    ...(state === undefined ? {} : { state }),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** The text takes the focus: keys mean the desk's own again. */
export function focusArticle(desk: DeskModel): void {
  desk.page?.root.focus({ preventScroll: true });
}
