'use client';

import { Menu, MenuGroup, MenuItem, type MenuOpened } from '@/app/_ui/menu';
import { PANES, PANE_TITLES } from '../model/desk-state';
import { openPane } from '../model/pane';
import { useDesk } from '../model/use-desk';
import { CheckButton } from './check-button';

/** The panes one checks with, for whoever has no keys. */
export function CheckMenu({ opened }: { readonly opened: MenuOpened }) {
  const desk = useDesk();
  return (
    <Menu trigger={<CheckButton />} opened={opened}>
      <MenuGroup label="Check the article">
        {PANES.map((kind) => (
          <MenuItem key={kind} onSelect={() => openPane(desk, kind)}>
            {PANE_TITLES[kind]}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}
