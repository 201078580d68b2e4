'use client';

import { useEffect } from 'react';
import { createKeybindingsHandler, type KeybindingsMap } from 'tinykeys';
import { cancelAdjusting } from '../model/adjusting';
import { leaveCaret } from '../model/caret';
import type { DeskModel } from '../model/desk-model';
import { focusArticle, leaveTagLine } from '../model/marking';
import { actionsFor } from './actions';
import { holdKeys } from './hold-keys';
import { isSingleKey } from './say-keys';

/** Here letters are text, or choose something: a single key is not the desk's. */
const FIELDS =
  'input:not([type="checkbox"]),textarea,select,[contenteditable="true"],[role="combobox"],[role="listbox"],[role="menu"],[role="menuitem"]';

/** Where a shortcut of two keys is the field's own: undo in a text. */
const isField = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest(FIELDS) !== null;

/** The keys of the desk, for as long as it is on the page. */
export function useKeys(desk: DeskModel): void {
  useEffect(() => {
    const { singleKeys } = desk.data.me;
    const shortcuts = createKeybindingsHandler(bindings(desk, singleKeys), {
      ignore: (event) =>
        event.defaultPrevented || event.isComposing || isField(event) || isBehindOverlay(desk),
    });
    const palette = createKeybindingsHandler(
      { '$mod+k': (event) => togglePalette(desk, event) },
      { ignore: ({ isComposing }) => isComposing },
    );
    const toLine = (event: KeyboardEvent): void => typeIntoTagLine(desk, event, singleKeys);
    const onKeyDown = (event: KeyboardEvent): void => {
      palette(event);
      shortcuts(event);
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) stepBack(desk);
    };
    const letGo = holdKeys(desk);
    window.addEventListener('keydown', toLine, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      letGo();
      window.removeEventListener('keydown', toLine, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [desk]);
}

function bindings(desk: DeskModel, singleKeys: boolean): KeybindingsMap {
  const all: KeybindingsMap = {};
  for (const { keys, fits, run } of actionsFor(desk)) {
    for (const key of keys) {
      if (key === '$mod+k' || (isSingleKey(key) && !singleKeys)) continue;
      all[key] = (event) => {
        if (!fits(desk)) return;
        event.preventDefault();
        run(desk);
      };
    }
  }
  return all;
}

/** While a window is open its own keys count. */
const isBehindOverlay = ({ state }: DeskModel): boolean => state.get().overlay !== null;

function togglePalette({ state }: DeskModel, event: KeyboardEvent): void {
  event.preventDefault();
  const { overlay } = state.get();
  if (overlay === null || overlay === 'palette') state.set({ overlay: overlay === null ? 'palette' : null });
}

/**
 * With a passage selected, letters are the beginning of a tag and digits pick one, wherever the focus is in the text:
 * the focus goes into the line before the key arrives. An input method announces itself as `Process`.
 */
function typeIntoTagLine(desk: DeskModel, event: KeyboardEvent, singleKeys: boolean): void {
  const { composer, overlay, adjusting } = desk.state.get();
  const line = desk.tagLine;
  if (!line || !composer || overlay !== null || adjusting || isField(event) || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key, target } = event;
  const onControl =
    target instanceof Element && target.closest('button,a,[tabindex="0"]:not(#article-text)') !== null;
  if (key === 'Enter' && !onControl) {
    event.preventDefault();
    event.stopPropagation();
    line.focus();
  } else if (singleKeys && /^\p{Nd}$/u.test(key)) {
    event.stopPropagation();
    if (line.pickDigit(key)) event.preventDefault();
    else line.focus();
  } else if (singleKeys && (/^\p{L}$/u.test(key) || key === 'Process')) {
    event.stopPropagation();
    line.focus();
  }
}

/** Escape takes away the last thing that was opened, one at a time. */
function stepBack(desk: DeskModel): void {
  const { overlay, here, composer, form, adjusting, caret, active } = desk.state.get();
  if (overlay !== null) return;
  if (here) desk.state.set({ here: null });
  else if (composer) leaveTagLine(desk);
  else if (adjusting) cancelAdjusting(desk);
  else if (form) desk.state.set({ form: null });
  else if (caret) leaveCaret(desk);
  else if (active !== null) {
    desk.state.set({ active: null });
    focusArticle(desk);
  }
}
