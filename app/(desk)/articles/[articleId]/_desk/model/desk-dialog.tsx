'use client';

import type { ReactNode } from 'react';
import { Dialog, type DialogProps } from '@/app/_ui/dialog';
import { afterOverlay } from './after-overlay';
import type { Overlay } from './desk-state';
import { useDesk, useDeskState } from './use-desk';

export interface DeskDialogProps extends Pick<
  DialogProps,
  'title' | 'description' | 'width' | 'footer' | 'reading'
> {
  readonly name: Overlay;
  /** Rendered only while the window is open. */
  readonly children: ReactNode;
}

/** One of the desk's windows; at most one is open. */
export function DeskDialog({ name, children, ...rest }: DeskDialogProps) {
  const desk = useDesk();
  const open = useDeskState((state) => state.overlay === name);
  return (
    <Dialog
      {...rest}
      open={open}
      onOpenChange={(next) => desk.state.set({ overlay: next ? name : null })}
      finalFocus={() => afterOverlay(desk)}
    >
      {open ? children : null}
    </Dialog>
  );
}
