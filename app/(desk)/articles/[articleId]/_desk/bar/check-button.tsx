'use client';

import { ListChecks } from 'lucide-react';
import type { ComponentProps } from 'react';

/** What opens the menu of panes at the thumb. */
export const CheckButton = (rest: ComponentProps<'button'>) => (
  <button type="button" {...rest} className="foot-button">
    <ListChecks aria-hidden className="size-4.5" />
    Check
  </button>
);
