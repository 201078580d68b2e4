import type { AnnotationView } from '@/lib/contract/annotation';
import { nextGrapheme, previousGrapheme, settleSpan } from '@/lib/text/graphemes';
import { sliceText, type ArticleText } from '@/lib/text/article-text';
import { span, type CodePointOffset } from '@/lib/text/offsets';
import { nextWord, previousWord } from '@/lib/text/words';
import { mayChange, moveMark } from './changing';
import type { DeskModel } from './desk-model';
import { focusArticle } from './marking';
import { showMark } from './opening';
import { quoted } from './say-mark';

/** Begins to move the ends of a mark; nothing is written before `saveAdjusting`. */
export function startAdjusting(desk: DeskModel, mark: AnnotationView): void {
  if (!mayChange(desk, mark)) return;
  desk.state.set({
    active: mark.id,
    adjusting: {
      id: mark.id,
      mark,
      seen: desk.sync.replica.seen(mark.id),
      span: span(mark.start, mark.end),
    },
    composer: null,
    form: null,
    caret: null,
  });
  showMark(desk, mark);
  focusArticle(desk);
  desk.say('Moving the ends. Arrows move the end, with Shift the start. Enter saves, Escape cancels.');
}

/** Moves one end by a character or a word; the other end is never passed. */
export function moveEnd(
  desk: DeskModel,
  which: 'start' | 'end',
  step: 'character' | 'word',
  direction: 1 | -1,
): void {
  const { adjusting } = desk.state.get();
  if (!adjusting) return;
  const { text } = desk;
  const at = adjusting.span[which];
  if (step === 'word') return putEnd(desk, which, wordEdge(text, which, at, direction));
  putEnd(desk, which, direction > 0 ? nextGrapheme(text, at) : previousGrapheme(text, at));
}

/** A start goes to where words start, an end to where they end. */
function wordEdge(
  text: ArticleText,
  which: 'start' | 'end',
  at: CodePointOffset,
  direction: 1 | -1,
): CodePointOffset {
  if (which === 'start') {
    return direction < 0 ? previousWord(text, at) : previousWord(text, nextWord(text, nextWord(text, at)));
  }
  return direction > 0 ? nextWord(text, at) : nextWord(text, previousWord(text, previousWord(text, at)));
}

/** Puts one end somewhere, as a dragged handle does. */
export function putEnd(desk: DeskModel, which: 'start' | 'end', at: CodePointOffset): void {
  const { adjusting } = desk.state.get();
  if (!adjusting) return;
  const { start, end } = adjusting.span;
  const moved = which === 'start' ? { start: at, end } : { start, end: at };
  if (moved.start >= moved.end) return;
  desk.state.set({ adjusting: { ...adjusting, span: moved } });
  desk.say(quoted(sliceText(desk.text, moved), 80));
}

export function saveAdjusting(desk: DeskModel): void {
  const { adjusting } = desk.state.get();
  const settled = adjusting && settleSpan(desk.text, adjusting.span);
  desk.state.set({ adjusting: null });
  if (!adjusting || !settled) return;
  moveMark(desk, adjusting.mark, adjusting.seen, settled);
  desk.say(`The mark is on ${quoted(sliceText(desk.text, settled), 80)}.`);
}

export function cancelAdjusting(desk: DeskModel): void {
  desk.state.set({ adjusting: null });
  desk.say('The mark stays where it was.');
}
