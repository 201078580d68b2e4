'use client';

import type { ReactNode } from 'react';
import { Dialog, type DialogProps } from '@/app/_ui/dialog';
import type { Overlay } from './desk-state';
import { useWindow } from './use-window';

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
  const frame = useWindow(name);
  return (
    <Dialog {...rest} {...frame}>
      {frame.open ? children : null}
    </Dialog>
  );
}
