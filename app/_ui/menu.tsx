'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './class-names';
import { Kbd } from './kbd';
import { useLandmark } from './use-landmark';

const ITEM =
  'flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm -outline-offset-2 select-none focus:not-focus-visible:outline-none pointer-coarse:min-h-11 ' +
  'data-highlighted:bg-accent-soft data-disabled:opacity-50';

export type MenuOpened = 'by-keys' | 'by-pointer';

export interface MenuProps {
  /** The button that opens it; it has to have an accessible name. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom';
  /** Where the focus goes when it closes; true for back to the button. */
  readonly finalFocus?: () => HTMLElement | true;
  /** For one that is fetched when it is wanted, and by what: keys take one to the first entry. */
  readonly opened?: MenuOpened | undefined;
  readonly children: ReactNode;
}

/** A list of things to do or places to go, behind a button. */
export function Menu({ trigger, align = 'end', side = 'bottom', finalFocus, opened, children }: MenuProps) {
  const [landmark, findLandmark] = useLandmark();
  return (
    <Base.Root defaultOpen={opened !== undefined}>
      <Base.Trigger ref={findLandmark} render={trigger} />
      <Base.Portal container={landmark}>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-50 outline-none">
          <Base.Popup
            finalFocus={finalFocus}
            onFocus={({ target, currentTarget }) => {
              if (opened === 'by-keys' && target === currentTarget) focusFirst(target);
            }}
            className="max-h-(--available-height) min-w-48 origin-(--transform-origin) overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-high outline-none transition-[opacity,scale] duration-100 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const focusFirst = (menu: HTMLElement): void => menu.querySelector<HTMLElement>('[role^=menuitem]')?.focus();

export interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({
  icon,
  shortcut,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Base.Item className={cx(ITEM, danger && 'text-danger')} disabled={disabled} onClick={onSelect}>
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
    </Base.Item>
  );
}

export interface MenuLinkProps {
  readonly href: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Marks the place one is at. */
  readonly current?: boolean;
}

export function MenuLink({ href, icon, children, current = false }: MenuLinkProps) {
  return (
    <Base.LinkItem
      className={ITEM}
      closeOnClick
      render={<Link href={href} aria-current={current ? 'page' : undefined} />}
    >
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {current ? <Check aria-hidden className="size-4 text-accent" /> : null}
    </Base.LinkItem>
  );
}

export interface MenuRadioProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: ReactNode }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, chosen inside a menu, which stays open. */
export function MenuRadio<Value extends string>({ label, value, options, onChange }: MenuRadioProps<Value>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: Value) => onChange(next)}>
      <Base.Group>
        <Base.GroupLabel className="kicker px-2.5 pt-1.5 pb-1">{label}</Base.GroupLabel>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={ITEM}>
            {option.icon}
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden className="size-4 text-accent" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  );
}

export const MenuSeparator = () => <Base.Separator className="-mx-1 my-1 h-px bg-line" />;

export interface MenuGroupProps {
  readonly label: string;
  readonly children: ReactNode;
}

export const MenuGroup = ({ label, children }: MenuGroupProps) => (
  <Base.Group>
    <Base.GroupLabel className="kicker px-2.5 pt-1.5 pb-1">{label}</Base.GroupLabel>
    {children}
  </Base.Group>
);
