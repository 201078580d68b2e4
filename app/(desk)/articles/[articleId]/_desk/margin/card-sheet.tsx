'use client';

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { IconButton } from '@/app/_ui/button';
import { openMark, stepMark } from '../model/opening';
import { useDesk, useDeskState } from '../model/use-desk';
import { Card } from './card';

/** Where there is no margin, the open mark's card comes up from below. */
export function CardSheet() {
  const desk = useDesk();
  const active = useDeskState((state) => state.active);
  const busy = useDeskState((state) => state.composer !== null || state.adjusting !== null);
  if (active === null || busy) return null;
  return (
    <aside aria-label="Marks" className="card-sheet">
      <div className="flex items-center gap-1 px-2 pt-1.5">
        <IconButton label="Previous mark" onClick={() => stepMark(desk, -1)}>
          <ChevronUp aria-hidden className="size-4.5" />
        </IconButton>
        <IconButton label="Next mark" onClick={() => stepMark(desk, 1)}>
          <ChevronDown aria-hidden className="size-4.5" />
        </IconButton>
        <IconButton label="Close the mark" className="ml-auto" onClick={() => openMark(desk, null)}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      </div>
      <div className="min-h-0 overflow-y-auto px-3 pb-3">
        <Card id={active} />
      </div>
    </aside>
  );
}
