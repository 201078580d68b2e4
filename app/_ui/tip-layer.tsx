'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import { useEffect, useState } from 'react';
import { Kbd } from './kbd';
import type { Tip } from './tip';
import { landmarkOf } from './use-landmark';
import { watchTips } from './watch-tips';

/** The one tooltip there is, at whatever element says something. */
export default function TipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => watchTips(setTip), []);
  return tip === null ? null : (
    <Base.Root open>
      <Base.Portal container={landmarkOf(tip.element)}>
        <Base.Positioner
          anchor={tip.element}
          side="bottom"
          sideOffset={6}
          className="z-50 data-anchor-hidden:hidden"
        >
          <Base.Popup className="pointer-events-none flex max-w-72 items-center gap-2 rounded-md bg-primary px-2 py-1 text-xs text-on-primary shadow-high">
            {tip.label}
            {tip.shortcut === undefined ? null : <Kbd inverse>{tip.shortcut}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
