'use client';

import { Download } from 'lucide-react';
import type { ComponentProps } from 'react';
import { IconButton } from '@/app/_ui/button';

type Rest = Omit<ComponentProps<typeof IconButton>, 'label' | 'children'>;

/** What opens the menu of downloads. */
export const DownloadButton = (rest: Rest) => (
  <IconButton {...rest} label="Download">
    <Download aria-hidden className="size-4" />
  </IconButton>
);
