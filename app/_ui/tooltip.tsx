'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Kbd } from './kbd';
import { useLandmark } from './use-landmark';

export const TooltipProvider = Base.Provider;

export interface TooltipProps {
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** One focusable element; it has to have an accessible name of its own. */
  readonly children: ReactElement;
}

/** A few words on hover and focus. Never the only place where something is said. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  const [landmark, findLandmark] = useLandmark();
  return (
    <Base.Root>
      <Base.Trigger ref={findLandmark} render={children} />
      <Base.Portal container={landmark}>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex max-w-72 origin-(--transform-origin) items-center gap-2 rounded-md bg-primary px-2 py-1 text-xs text-on-primary shadow-high transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {label}
            {shortcut === undefined ? null : <Kbd inverse>{shortcut}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
