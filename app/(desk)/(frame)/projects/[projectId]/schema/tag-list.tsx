'use client';

import { useRef, useState } from 'react';
import type { TagUsage } from '@/lib/contract/schema';
import type { TagDefinition, TagKey } from '@/lib/schema/tag-schema';
import { TagRow } from './tag-row';
import { useDragOrder } from './use-drag-order';

export interface TagListProps {
  readonly tags: readonly TagDefinition[];
  readonly usage: TagUsage;
  readonly mayEdit: boolean;
  readonly onEdit: (key: TagKey) => void;
  readonly onChange: (tags: readonly TagDefinition[]) => void;
}

/** The tags in use in their order, which dragging or the arrow keys change; the retired ones below. */
export function TagList({ tags, usage, mayEdit, onEdit, onChange }: TagListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const active = tags.filter((tag) => !tag.retired);
  const retired = tags.filter((tag) => tag.retired);
  const { drag, lift } = useDragOrder(list, move);

  function move(from: number, to: number): void {
    const moved = active[from];
    if (moved === undefined || to < 0 || to >= active.length) return;
    const others = active.toSpliced(from, 1);
    onChange([...others.toSpliced(to, 0, moved), ...retired]);
    setSaid(`“${moved.label}” is now ${to + 1} of ${active.length}.`);
  }

  const replace = (changed: TagDefinition): void =>
    onChange(tags.map((tag) => (tag.key === changed.key ? changed : tag)));

  return (
    <>
      <h2 className="sr-only">In use</h2>
      <ol ref={list} className="border-t border-line">
        {active.map((tag, index) => (
          <TagRow
            key={tag.key}
            tag={tag}
            uses={usage[tag.key] ?? 0}
            mayEdit={mayEdit}
            onEdit={() => onEdit(tag.key)}
            onReplace={replace}
            order={{
              first: index === 0,
              last: index === active.length - 1,
              onStep: (by) => move(index, index + by),
              onLift: (event) => lift(event, index),
            }}
            held={drag?.from === index}
            line={dropLine(drag, index, active.length)}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      {retired.length > 0 ? (
        <section className="mt-10">
          <h2 className="headline text-lg">Retired</h2>
          <p className="mt-1 text-sm text-muted">Not offered for new marks; still shown on the old ones.</p>
          <ul className="mt-4 border-t border-line">
            {retired.map((tag) => (
              <TagRow
                key={tag.key}
                tag={tag}
                uses={usage[tag.key] ?? 0}
                mayEdit={mayEdit}
                onEdit={() => onEdit(tag.key)}
                onReplace={replace}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** Where the line shows that marks the place of a drop. */
function dropLine(
  drag: { readonly from: number; readonly before: number } | null,
  index: number,
  count: number,
): 'above' | 'below' | null {
  if (drag === null) return null;
  if (drag.before === index) return 'above';
  return drag.before === count && index === count - 1 ? 'below' : null;
}
