'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { IconButton } from '@/app/_ui/button';
import { useWindow } from '../model/use-window';
import { Rail } from './rail';

/** The rail where there is no room for it beside the text: it comes in from the side. */
export function RailDrawer() {
  const { open, onOpenChange, finalFocus } = useWindow('rail');
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          finalFocus={finalFocus}
          className="fixed inset-y-0 left-0 z-40 flex w-80 max-w-[88vw] flex-col border-r border-line bg-paper text-ink shadow-high outline-none transition-transform duration-150 data-ending-style:-translate-x-full data-starting-style:-translate-x-full"
        >
          <header className="flex items-center justify-between gap-2 py-3 pr-3 pl-6">
            <Dialog.Title className="headline text-lg">Tools and filters</Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label="Close">
                  <X aria-hidden className="size-4.5" />
                </IconButton>
              }
            />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-8">{open ? <Rail /> : null}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
