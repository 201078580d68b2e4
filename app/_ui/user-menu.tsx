'use client';

import { Highlighter, LogOut, Monitor, Moon, Sun, User, Users } from 'lucide-react';
import { Menu, MenuItem, MenuLink, MenuRadio, MenuSeparator, type MenuOpened } from './menu';
import { signOut } from './sign-out';
import { useTheme } from './use-theme';
import { UserMenuButton } from './user-menu-button';

export interface UserMenuProps {
  readonly name: string;
  readonly email: string;
  readonly admin: boolean;
  readonly opened?: MenuOpened;
}

const ICON = 'size-4 text-muted';

/** Who one is, and what belongs to that rather than to a project. At the end of every top bar. */
export function UserMenu({ name, email, admin, opened }: UserMenuProps) {
  const [theme, setTheme] = useTheme();
  return (
    <Menu trigger={<UserMenuButton name={name} />} opened={opened}>
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="max-w-60 truncate text-sm font-semibold">{name}</p>
        <p className="max-w-60 truncate text-[0.8125rem] text-muted">{email}</p>
      </div>
      <MenuSeparator />
      <MenuLink href="/my-marks" icon={<Highlighter aria-hidden className={ICON} />}>
        My marks
      </MenuLink>
      <MenuLink href="/profile" icon={<User aria-hidden className={ICON} />}>
        Profile
      </MenuLink>
      {admin ? (
        <MenuLink href="/people" icon={<Users aria-hidden className={ICON} />}>
          People
        </MenuLink>
      ) : null}
      <MenuSeparator />
      <MenuRadio
        label="Theme"
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'system', label: 'As the system', icon: <Monitor aria-hidden className={ICON} /> },
          { value: 'light', label: 'Light', icon: <Sun aria-hidden className={ICON} /> },
          { value: 'dark', label: 'Dark', icon: <Moon aria-hidden className={ICON} /> },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden className={ICON} />} onSelect={() => void signOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
