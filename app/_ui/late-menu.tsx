'use client';

import {
  cloneElement,
  startTransition,
  Suspense,
  useEffect,
  useState,
  type ComponentType,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useSomebody } from './late';
import type { MenuOpened } from './menu';

export interface LateMenuProps {
  /** The menu's own button. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  /** What fetches the menu. */
  readonly load: () => Promise<ComponentType<never>>;
  /** The menu, made with `late(load)`, which opens as soon as it is there. */
  readonly children: (opened: MenuOpened) => ReactNode;
}

/**
 * A menu that reading does not need: until somebody opens it, only its button is there. It is fetched with the first sign of
 * somebody, so that it also opens after the line has gone.
 */
export function LateMenu({ trigger, load, children }: LateMenuProps) {
  const [wanted, setWanted] = useState<MenuOpened | null>(null);
  const somebody = useSomebody();
  useEffect(() => {
    // What fails now is tried again when it is opened.
    if (somebody) void load().catch(() => undefined);
  }, [somebody, load]);
  const open = (how: MenuOpened): void => startTransition(() => setWanted(how));
  const button = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    // A key makes a click without a count.
    onClick: ({ detail }) => open(detail === 0 ? 'by-keys' : 'by-pointer'),
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      open('by-keys');
    },
  });
  return <Suspense fallback={button}>{wanted === null ? button : children(wanted)}</Suspense>;
}
