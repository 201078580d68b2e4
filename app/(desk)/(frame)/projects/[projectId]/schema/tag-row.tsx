'use client';

import { ArchiveRestore, ArchiveX, ArrowDown, ArrowUp, Ellipsis, GripVertical, Pencil } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { IconButton } from '@/app/_ui/button';
import { cx } from '@/app/_ui/class-names';
import { Kbd } from '@/app/_ui/kbd';
import { Menu, MenuItem, MenuSeparator } from '@/app/_ui/menu';
import { TagChip } from '@/app/_ui/tag-chip';
import { PERMANENT_TAGS, type TagDefinition } from '@/lib/schema/tag-schema';
import { TagRules } from './tag-rules';

export interface TagRowProps {
  readonly tag: TagDefinition;
  readonly uses: number;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
  readonly onReplace: (tag: TagDefinition) => void;
  /** Retired tags stand in no order. */
  readonly order?: {
    readonly first: boolean;
    readonly last: boolean;
    readonly onStep: (by: -1 | 1) => void;
    readonly onLift: (event: PointerEvent) => void;
  };
  readonly held?: boolean;
  readonly line?: 'above' | 'below' | null;
}

const ICON = 'size-4 text-muted';

/** One tag: its key on the keyboard, its label, when it applies, what it asks for, how often it is used. */
export function TagRow({
  tag,
  uses,
  mayEdit,
  onEdit,
  onReplace,
  order,
  held = false,
  line = null,
}: TagRowProps) {
  function stepByKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    order?.onStep(event.key === 'ArrowUp' ? -1 : 1);
  }

  return (
    <li
      className={cx(
        'relative grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 border-b border-line py-4 sm:gap-x-4',
        'lg:grid-cols-[auto_minmax(0,1fr)_20rem_auto] lg:grid-rows-[auto_1fr] lg:gap-x-6',
        held && 'bg-sunken outline-1 outline-line-strong outline-dashed',
        line === 'above' && 'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-accent',
        line === 'below' && 'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent',
      )}
    >
      <div className="flex items-start gap-1">
        {mayEdit && order ? (
          <button
            type="button"
            aria-label={`Move ${tag.label}: arrow up, arrow down, or drag`}
            className="-ml-1 flex h-7 w-6 cursor-grab touch-none items-center justify-center rounded text-faint hover:bg-hover hover:text-ink active:cursor-grabbing pointer-coarse:h-11 pointer-coarse:w-9"
            onKeyDown={stepByKey}
            onPointerDown={order.onLift}
          >
            <GripVertical aria-hidden className="size-4" />
          </button>
        ) : null}
        <span className="flex h-7 w-6 items-center justify-center">
          {tag.digit === null ? null : (
            <>
              <span className="sr-only">Digit </span>
              <Kbd>{tag.digit}</Kbd>
            </>
          )}
        </span>
      </div>
      <h3 className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <TagChip colour={tag.colour} label={tag.label} retired={tag.retired} className="!text-sm" />
        <span className="font-mono text-xs font-normal text-faint">{tag.key}</span>
      </h3>
      <div className="col-span-full mt-2 sm:col-span-1 sm:col-start-2 lg:row-start-2">
        <p className="max-w-prose">{tag.definition}</p>
        {tag.example === '' ? null : (
          <p className="mt-1.5 max-w-prose text-muted">
            <span className="sr-only">Example: </span>
            <code className="font-mono text-[0.8125rem] break-words">{tag.example}</code>
          </p>
        )}
      </div>
      <div className="col-span-full mt-2.5 sm:col-span-1 sm:col-start-2 lg:col-start-3 lg:row-span-2 lg:row-start-1 lg:mt-0.5">
        <TagRules tag={tag} />
      </div>
      <div className="col-start-3 row-start-1 flex items-start gap-2 lg:col-start-4">
        <span className="pt-1 text-right text-sm whitespace-nowrap text-muted tabular-nums lg:min-w-20">
          {uses === 0 ? 'unused' : `${uses.toLocaleString('en')} ${uses === 1 ? 'mark' : 'marks'}`}
        </span>
        {mayEdit ? (
          <Menu
            trigger={
              <IconButton label={`More for ${tag.label}`}>
                <Ellipsis aria-hidden className="size-4.5" />
              </IconButton>
            }
          >
            <MenuItem icon={<Pencil aria-hidden className={ICON} />} onSelect={onEdit}>
              Edit…
            </MenuItem>
            {order ? (
              <>
                <MenuItem
                  icon={<ArrowUp aria-hidden className={ICON} />}
                  disabled={order.first}
                  onSelect={() => order.onStep(-1)}
                >
                  Move up
                </MenuItem>
                <MenuItem
                  icon={<ArrowDown aria-hidden className={ICON} />}
                  disabled={order.last}
                  onSelect={() => order.onStep(1)}
                >
                  Move down
                </MenuItem>
              </>
            ) : null}
            <MenuSeparator />
            {tag.retired ? (
              <MenuItem
                icon={<ArchiveRestore aria-hidden className={ICON} />}
                onSelect={() => onReplace({ ...tag, retired: false })}
              >
                Bring back
              </MenuItem>
            ) : (
              <MenuItem
                icon={<ArchiveX aria-hidden className={ICON} />}
                disabled={PERMANENT_TAGS.includes(tag.key)}
                onSelect={() => onReplace({ ...tag, retired: true, digit: null })}
              >
                {PERMANENT_TAGS.includes(tag.key) ? 'Cannot be retired' : 'Retire'}
              </MenuItem>
            )}
          </Menu>
        ) : null}
      </div>
    </li>
  );
}
