'use client';

import { Ellipsis } from 'lucide-react';
import type { ComponentProps } from 'react';
import { IconButton } from '@/app/_ui/button';

type Rest = Omit<ComponentProps<typeof IconButton>, 'label' | 'children'>;

/** What opens the menu of a card. */
export const MoreButton = (rest: Rest) => (
  <IconButton {...rest} label="More for this mark">
    <Ellipsis aria-hidden className="size-4" />
  </IconButton>
);
