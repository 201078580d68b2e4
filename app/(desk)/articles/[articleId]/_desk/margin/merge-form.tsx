'use client';

import { useMemo, useState } from 'react';
import { TagDot } from '@/app/_ui/tag-chip';
import type { AnnotationView } from '@/lib/contract/annotation';
import { matchesFilter } from '@/lib/sync/mark-filter';
import { decideMarks } from '../model/deciding';
import { sayTag, shorten } from '../model/say-mark';
import { useAllMarks, useDesk } from '../model/use-desk';
import { useOptionList } from '../model/use-option-list';
import { CardFormFrame } from './card-form';

const OFFERED = 8;

/** Chooses the mark that this one goes into; the nearest ones are offered first. */
export function MergeForm({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const all = useAllMarks();
  const [typed, setTyped] = useState('');
  const offered = useMemo(() => candidates(all, mark, typed), [all, mark, typed]);
  const list = useOptionList(offered, 0, typed);
  const merge = (into: AnnotationView | undefined): void => {
    if (into) decideMarks(desk, [mark], { verdict: 'merged', intoId: into.id });
  };
  return (
    <CardFormFrame
      label="Merge into another mark"
      submit="Merge"
      disabled={list.picked === undefined}
      onSubmit={() => merge(list.picked)}
    >
      <label className="block">
        <span className="mb-1.5 block text-sm font-medium">Merge into</span>
        <input
          {...list.inputProps}
          autoFocus
          className="control"
          placeholder="text, tag or person"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => void list.onKey(event)}
        />
      </label>
      <ul {...list.listProps} aria-label="Marks to merge into">
        {offered.map((each, index) => (
          <li
            key={each.id}
            {...list.optionProps(index)}
            className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-[0.8125rem] aria-selected:bg-hover"
            onClick={() => merge(each)}
          >
            <TagDot colour={desk.tagOf(each)?.colour ?? 'slate'} />
            <span className="min-w-0">
              <span className="block truncate font-medium">{sayTag(each)}</span>
              <span className="block truncate font-serif text-muted">{shorten(each.exact, 60)}</span>
            </span>
          </li>
        ))}
      </ul>
      {offered.length === 0 ? <p className="text-[0.8125rem] text-muted">No other mark fits.</p> : null}
    </CardFormFrame>
  );
}

function candidates(
  all: readonly AnnotationView[],
  mark: AnnotationView,
  typed: string,
): readonly AnnotationView[] {
  const distance = ({ start, end }: AnnotationView): number =>
    Math.max(0, start - mark.end, mark.start - end);
  return all
    .filter(
      (other) => other.id !== mark.id && other.status !== 'merged' && matchesFilter(other, { text: typed }),
    )
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, OFFERED);
}
