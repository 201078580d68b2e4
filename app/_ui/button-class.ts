import { cx } from './class-names';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';

const SHAPE =
  'inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap ' +
  'transition-colors disabled:cursor-not-allowed disabled:opacity-55 data-disabled:cursor-not-allowed data-disabled:opacity-55';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-primary text-on-primary not-disabled:hover:bg-primary-hover border border-transparent',
  secondary: 'bg-sheet text-ink border border-line-strong not-disabled:hover:bg-hover shadow-low',
  quiet: 'text-ink border border-transparent not-disabled:hover:bg-hover not-disabled:active:bg-press',
  danger:
    'bg-danger forced-colors:bg-sheet text-on-danger border border-transparent not-disabled:hover:bg-danger-hover',
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: 'h-8 px-2.5 text-[0.8125rem] pointer-coarse:h-10',
  medium: 'h-9.5 px-3.5 text-[0.9375rem] pointer-coarse:h-11',
};

/** How a button looks, for what has to do without its component: pages of last resort stand alone and stay small. */
export const buttonClass = (look: ButtonLook = 'secondary', size: ButtonSize = 'medium'): string =>
  cx(SHAPE, LOOKS[look], SIZES[size]);
