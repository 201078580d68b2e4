'use client';

import {
  ArrowLeftRight,
  Check,
  CopyPlus,
  History,
  Link2,
  Merge,
  MoveHorizontal,
  PencilLine,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { Menu, MenuItem, MenuSeparator, type MenuOpened } from '@/app/_ui/menu';
import type { AnnotationView } from '@/lib/contract/annotation';
import { actionOf, type ActionId } from '../keys/actions';
import { useShortcut } from '../keys/use-shortcut';
import { afterCardMenu } from '../model/after-overlay';
import { mayChange } from '../model/changing';
import { mayDecide } from '../model/deciding';
import { useDesk } from '../model/use-desk';
import { MoreButton } from './more-button';

export interface CardMenuProps {
  readonly mark: AnnotationView;
  readonly opened: MenuOpened;
}

/** What can be done with a mark beyond the buttons of its card. */
export function CardMenu({ mark, opened }: CardMenuProps) {
  const desk = useDesk();
  const decide = mayDecide(desk);
  const change = mayChange(desk, mark);
  return (
    <Menu finalFocus={() => afterCardMenu(desk)} trigger={<MoreButton />} opened={opened}>
      {decide ? (
        <>
          <Item id="amend" icon={Check} />
          <Item id="merge" icon={Merge} />
          <MenuSeparator />
        </>
      ) : null}
      {change ? (
        <>
          <Item id="edit" icon={PencilLine} />
          <Item id="adjust" icon={MoveHorizontal} />
          <Item id="relate" icon={ArrowLeftRight} />
        </>
      ) : null}
      <Item id="repeat" icon={CopyPlus} />
      <Item id="story" icon={History} />
      <Item id="copy-link" icon={Link2} />
      {change ? (
        <>
          <MenuSeparator />
          <Item id="delete" danger icon={Trash2} />
        </>
      ) : null}
    </Menu>
  );
}

interface ItemProps {
  readonly id: ActionId;
  readonly icon: LucideIcon;
  readonly danger?: boolean;
}

function Item({ id, icon: Icon, danger = false }: ItemProps) {
  const desk = useDesk();
  const { title, run } = actionOf(id);
  const shortcut = useShortcut(id);
  return (
    <MenuItem
      icon={<Icon aria-hidden className={danger ? 'size-4' : 'size-4 text-muted'} />}
      danger={danger}
      {...(shortcut === undefined ? {} : { shortcut })}
      onSelect={() => run(desk)}
    >
      {title}
    </MenuItem>
  );
}
