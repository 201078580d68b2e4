'use client';

import { useEffect } from 'react';
import { afterOverlay } from './after-overlay';
import type { DeskModel } from './desk-model';
import type { Overlay } from './desk-state';
import { useDesk, useDeskState } from './use-desk';

/** What the frame of a window needs to know and to say. */
export interface DeskWindow {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Where the focus goes when the frame has gone; false leaves it where it is. */
  readonly finalFocus: () => HTMLElement | false | null;
}

/**
 * One of the desk's windows. The focus goes back at the moment it closes, not when its frame has faded out: until then
 * keys would go nowhere, and a frame that fades holds on to the focus a frame longer, and so takes it from the field of
 * a window that was opened meanwhile.
 */
export function useWindow(name: Overlay): DeskWindow {
  const desk = useDesk();
  const open = useDeskState((state) => state.overlay === name);
  useEffect(() => (open ? () => focusAfter(desk) : undefined), [desk, open]);
  return {
    open,
    onOpenChange: (next) => desk.state.set({ overlay: next ? name : null }),
    finalFocus: () => (isElsewhere(desk) ? false : afterOverlay(desk)),
  };
}

function focusAfter(desk: DeskModel): void {
  if (desk.state.get().overlay === null) afterOverlay(desk)?.focus({ preventScroll: true });
}

/** Whether the focus has gone on since: into another window, or to something on the desk. */
const isElsewhere = ({ state }: DeskModel): boolean =>
  state.get().overlay !== null || document.activeElement?.closest('.desk') != null;
