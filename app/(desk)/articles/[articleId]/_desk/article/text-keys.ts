import type { KeyboardEvent } from 'react';
import { moveEnd, saveAdjusting } from '../model/adjusting';
import { moveCaret, selectAround, type CaretStep } from '../model/caret';
import type { DeskModel } from '../model/desk-model';

/** Keys that mean something only while the focus is in the text: the caret's, and those that move the ends of a mark. */
export function onTextKey(desk: DeskModel, event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing) return;
  const { adjusting, caret, active, composer } = desk.state.get();
  if (event.key === 'a' && (event.ctrlKey || event.metaKey)) return selectAll(event);
  const done = adjusting
    ? adjustByKey(desk, event)
    : caret
      ? caretByKey(desk, event)
      : event.key === 'Enter' && active !== null && !composer && focusCard(active);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

/** All of the article, and nothing of what stands around it. */
function selectAll(event: KeyboardEvent): void {
  document.getSelection()?.selectAllChildren(event.target as Element);
  event.preventDefault();
  event.stopPropagation();
}

function caretByKey(desk: DeskModel, event: KeyboardEvent): boolean {
  const { key, shiftKey } = event;
  const far = event.ctrlKey || event.altKey;
  const move = MOVES[key];
  if (move && !event.metaKey) {
    moveCaret(desk, far ? move.far : move.step, move.direction, shiftKey);
    return true;
  }
  const unit = UNITS[key];
  if (!unit || far || event.metaKey || !desk.data.me.singleKeys) return false;
  selectAround(desk, unit);
  return true;
}

interface Move {
  readonly step: CaretStep;
  /** With Ctrl or Alt. */
  readonly far: CaretStep;
  readonly direction: 1 | -1;
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: { step: 'character', far: 'word', direction: 1 },
  ArrowLeft: { step: 'character', far: 'word', direction: -1 },
  ArrowDown: { step: 'line', far: 'sentence', direction: 1 },
  ArrowUp: { step: 'line', far: 'sentence', direction: -1 },
  End: { step: 'line-edge', far: 'text-edge', direction: 1 },
  Home: { step: 'line-edge', far: 'text-edge', direction: -1 },
};

const UNITS: Readonly<Record<string, 'word' | 'sentence' | 'paragraph'>> = {
  w: 'word',
  s: 'sentence',
  p: 'paragraph',
};

function adjustByKey(desk: DeskModel, event: KeyboardEvent): boolean {
  if (event.key === 'Enter') {
    saveAdjusting(desk);
    return true;
  }
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false;
  const step = event.ctrlKey || event.altKey ? 'word' : 'character';
  moveEnd(desk, event.shiftKey ? 'start' : 'end', step, event.key === 'ArrowRight' ? 1 : -1);
  return true;
}

/** From the text to the card that is open beside it. */
function focusCard(id: string): boolean {
  const card = document.getElementById(`mark-${id}`);
  card?.focus({ preventScroll: true });
  return card !== null;
}
