'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Avatar } from './avatar';

export interface UserMenuButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children'> {
  readonly name: string;
}

/** What opens the menu of whoever is signed in. */
export const UserMenuButton = ({ name, ...rest }: UserMenuButtonProps) => (
  <button
    {...rest}
    type="button"
    className="flex shrink-0 items-center gap-1 rounded-full py-0.5 pr-1 pl-0.5 hover:bg-hover pointer-coarse:min-h-11"
  >
    <span className="sr-only">{name}, your menu</span>
    <Avatar name={name} size="medium" decorative />
    <ChevronDown aria-hidden className="size-4 text-muted" />
  </button>
);
