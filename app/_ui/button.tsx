'use client';

import { Button as BaseButton } from '@base-ui/react/button';
import { LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { buttonClass, type ButtonLook, type ButtonSize } from './button-class';
import { cx } from './class-names';
import { tip } from './tip';

export { buttonClass, type ButtonLook, type ButtonSize };

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  /** Shows a turning wheel and takes no second press; the button keeps its focus and its name. */
  readonly busy?: boolean;
  readonly className?: string | undefined;
}

export function Button({
  look,
  size,
  icon,
  busy = false,
  disabled,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      disabled={busy || disabled === true}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={cx(buttonClass(look, size), className)}
    >
      {busy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </BaseButton>
  );
}

export interface ButtonLinkProps extends Omit<ComponentProps<typeof Link>, 'className'> {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly className?: string | undefined;
}

/** A link that looks like a button: it goes somewhere and does nothing else. */
export function ButtonLink({ look, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={cx(buttonClass(look, size), className)}>
      {icon}
      {children}
    </Link>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'busy'> {
  /** What it does: its accessible name, and its tooltip. */
  readonly label: string;
  /** Shown in the tooltip beside the label. */
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
}

/** A square button with a picture; its name is said and shown on hover and focus. */
export function IconButton({
  label,
  shortcut,
  look = 'quiet',
  size = 'small',
  className,
  children,
  ...rest
}: IconButtonProps) {
  const square = size === 'small' ? 'size-8 pointer-coarse:size-10' : 'size-9.5 pointer-coarse:size-11';
  return (
    <BaseButton
      {...rest}
      {...tip(label, shortcut)}
      aria-label={label}
      className={cx(buttonClass(look, size), '!px-0', square, className)}
    >
      {children}
    </BaseButton>
  );
}
