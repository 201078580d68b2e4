import type { CSSProperties } from 'react';
import type { Colour } from '@/lib/schema/tag-schema';
import { cx } from './class-names';

/** The three shades of a tag's colour as custom properties: `--tag-bg`, `--tag-line`, `--tag-text`. */
export const tagShades = (colour: Colour): CSSProperties =>
  ({
    '--tag-bg': `var(--tag-${colour}-bg)`,
    '--tag-line': `var(--tag-${colour}-line)`,
    '--tag-text': `var(--tag-${colour}-text)`,
  }) as CSSProperties;

export interface TagChipProps {
  readonly colour: Colour;
  readonly label: string;
  /** Shown behind the label: `name misspelled: Soyug-FG`. */
  readonly value?: string | null | undefined;
  readonly retired?: boolean;
  readonly className?: string | undefined;
}

/** A tag as it is shown everywhere: a coloured edge, its label, its value. */
export function TagChip({ colour, label, value, retired = false, className }: TagChipProps) {
  return (
    <span
      style={tagShades(colour)}
      className={cx(
        'inline-flex max-w-full items-baseline gap-1 rounded-sm border-l-3 border-(--tag-line) bg-(--tag-bg) px-2 py-0.5 text-[0.8125rem] font-medium text-(--tag-text) forced-colors:border forced-colors:bg-transparent',
        retired && 'line-through decoration-1',
        className,
      )}
    >
      <span className="truncate">
        {label}
        {value ? <span className="font-normal">: {value}</span> : null}
      </span>
    </span>
  );
}

/** A dot of the tag's colour, beside its label and never instead of it. */
export const TagDot = ({ colour }: { readonly colour: Colour }) => (
  <span
    aria-hidden
    style={tagShades(colour)}
    className="inline-block size-3 shrink-0 rounded-full border-2 border-(--tag-line) bg-(--tag-bg)"
  />
);
