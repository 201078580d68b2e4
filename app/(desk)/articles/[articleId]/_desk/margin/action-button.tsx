'use client';

import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonLook } from '@/app/_ui/button';
import { actionOf, type ActionId } from '../keys/actions';
import { useShortcut } from '../keys/use-shortcut';
import { useDesk } from '../model/use-desk';

export interface ActionButtonProps {
  readonly id: ActionId;
  /** Shorter than the action's title, where the card says the rest. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly look?: ButtonLook;
}

/** A button for one of the desk's actions, with its key. */
export function ActionButton({ id, label, icon: Icon, look = 'secondary' }: ActionButtonProps) {
  const desk = useDesk();
  const shortcut = useShortcut(id);
  return (
    <Button
      size="small"
      look={look}
      icon={<Icon aria-hidden className="size-3.5" />}
      aria-keyshortcuts={shortcut?.replaceAll(' ', '+')}
      onClick={() => actionOf(id).run(desk)}
    >
      {label}
      {shortcut === undefined ? null : (
        <span aria-hidden className="text-[0.6875rem] font-normal opacity-60 pointer-coarse:hidden">
          {shortcut}
        </span>
      )}
    </Button>
  );
}
