import { caretBox, lineEdge, offsetByLine } from '@/lib/dom/measure';
import { spanToRange } from '@/lib/dom/span-to-range';
import { nextGrapheme, previousGrapheme, settleSpan } from '@/lib/text/graphemes';
import { span, type CodePointOffset, type Span } from '@/lib/text/offsets';
import { paragraphAt } from '@/lib/text/paragraphs';
import { nextSentence, previousSentence, sentenceAt } from '@/lib/text/sentences';
import { sliceText } from '@/lib/text/article-text';
import { nextWord, previousWord, wordAt } from '@/lib/text/words';
import type { DeskModel } from './desk-model';
import type { Caret } from './desk-state';
import { focusArticle, selectPassage } from './marking';
import { firstOffsetInView } from './opening';
import { quoted } from './say-mark';

/** How far one press of a key takes the caret. */
export type CaretStep = 'character' | 'word' | 'sentence' | 'line' | 'line-edge' | 'text-edge';

/** Puts the caret of the keyboard into the text: at the open mark, or at the top of what is in view. */
export function startCaret(desk: DeskModel): void {
  const at = desk.mark(desk.state.get().active)?.start ?? firstOffsetInView(desk);
  putCaret(desk, { at: at as CodePointOffset, anchor: at as CodePointOffset });
  focusArticle(desk);
  desk.say('Caret in the text. Arrow keys move it, Shift selects, Escape leaves.');
}

export function leaveCaret(desk: DeskModel): void {
  desk.state.set({ caret: null });
  document.getSelection()?.removeAllRanges();
  desk.say('Caret off.');
}

/** Moves the caret; with `extend` the other end of the selection stays. */
export function moveCaret(desk: DeskModel, step: CaretStep, direction: 1 | -1, extend: boolean): void {
  const { caret } = desk.state.get();
  if (!caret) return;
  const at = target(desk, caret.at, step, direction);
  putCaret(desk, { at, anchor: extend ? caret.anchor : at });
  if (!extend) desk.say(passedText(desk, caret.at, at));
}

/** Selects the word, sentence or paragraph around the caret. */
export function selectAround(desk: DeskModel, unit: 'word' | 'sentence' | 'paragraph'): void {
  const { caret } = desk.state.get();
  const around = caret && unitAt(desk, caret.at, unit);
  if (around) putCaret(desk, { at: around.end, anchor: around.start });
}

function unitAt(
  { text }: DeskModel,
  at: CodePointOffset,
  unit: 'word' | 'sentence' | 'paragraph',
): Span | null {
  if (unit === 'word') return wordAt(text, at) ?? wordAt(text, nextWord(text, at));
  return unit === 'sentence' ? sentenceAt(text, at) : paragraphAt(text, at);
}

function putCaret(desk: DeskModel, caret: Caret): void {
  desk.state.set({ caret });
  const selected = span(Math.min(caret.at, caret.anchor), Math.max(caret.at, caret.anchor));
  const range = desk.page && spanToRange(desk.page, selected);
  const selection = document.getSelection();
  if (range && selection && caret.at !== caret.anchor) {
    const backwards = caret.at < caret.anchor;
    selection.setBaseAndExtent(
      backwards ? range.endContainer : range.startContainer,
      backwards ? range.endOffset : range.startOffset,
      backwards ? range.startContainer : range.endContainer,
      backwards ? range.startOffset : range.endOffset,
    );
  } else {
    selection?.removeAllRanges();
  }
  showCaret(desk);
  const settled = caret.at === caret.anchor ? null : settleSpan(desk.text, selected);
  if (settled) selectPassage(desk, settled, 'keyboard');
  else if (desk.state.get().composer?.kind === 'new') desk.state.set({ composer: null });
}

function target(desk: DeskModel, at: CodePointOffset, step: CaretStep, direction: 1 | -1): CodePointOffset {
  const { text, page } = desk;
  const on = direction > 0;
  switch (step) {
    case 'character':
      return on ? nextGrapheme(text, at) : previousGrapheme(text, at);
    case 'word':
      return on ? nextWord(text, at) : previousWord(text, at);
    case 'sentence':
      return on ? nextSentence(text, at) : previousSentence(text, at);
    case 'line': {
      const column = page && caretBox(page, at, 'on');
      return page && column ? offsetByLine(page, at, column.left, direction) : at;
    }
    case 'line-edge':
      return page ? lineEdge(page, at, direction) : at;
    case 'text-edge':
      return on ? text.length : (0 as CodePointOffset);
  }
}

/** What the caret has passed over, as a screen reader would say it. */
function passedText({ text }: DeskModel, from: CodePointOffset, to: CodePointOffset): string {
  if (from === to) return 'No further.';
  const passed = sliceText(text, span(Math.min(from, to), Math.max(from, to)));
  if (passed.trim() === '') return passed.includes('\n') ? 'New paragraph.' : 'Space.';
  return passed.length > 120 ? quoted(passed, 80) : passed;
}

/** Keeps the caret a few lines away from the window's edges. */
function showCaret({ page, state }: DeskModel): void {
  const { caret } = state.get();
  const box = page && caret && caretBox(page, caret.at, 'on');
  if (!box) return;
  const [top, bottom] = [120, window.innerHeight - 160];
  if (box.top < top) window.scrollBy({ top: box.top - top });
  else if (box.bottom > bottom) window.scrollBy({ top: box.bottom - bottom });
}
