'use client';

import { useMemo, useState } from 'react';
import { TagDot } from '@/app/_ui/tag-chip';
import type { AnnotationView } from '@/lib/contract/annotation';
import { matchesFilter } from '@/lib/sync/mark-filter';
import { sayTag, shorten } from '../model/say-mark';
import { useAllMarks, useDesk } from '../model/use-desk';
import { useOptionList } from '../model/use-option-list';
import { CardFormFrame } from './card-form';

const OFFERED = 8;

export interface MarkPickerProps {
  /** The mark that another one is chosen for. */
  readonly mark: AnnotationView;
  /** What the form is called. */
  readonly label: string;
  /** What the field is called. */
  readonly field: string;
  /** The verb on the button. */
  readonly submit: string;
  /** Which others may be chosen; the same function at every rendering. */
  readonly fits: (other: AnnotationView) => boolean;
  readonly onPick: (other: AnnotationView) => void;
}

/** A form on a card that chooses another mark of the article; the nearest ones are offered first. */
export function MarkPicker({ mark, label, field, submit, fits, onPick }: MarkPickerProps) {
  const desk = useDesk();
  const all = useAllMarks();
  const [typed, setTyped] = useState('');
  const offered = useMemo(
    () => nearest(all, mark, (other) => fits(other) && matchesFilter(other, { text: typed })),
    [all, mark, fits, typed],
  );
  const list = useOptionList(offered, 0, typed);
  return (
    <CardFormFrame
      label={label}
      submit={submit}
      disabled={list.picked === undefined}
      onSubmit={() => list.picked && onPick(list.picked)}
    >
      <label className="block">
        <span className="mb-1.5 block text-sm font-medium">{field}</span>
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
      <ul {...list.listProps} aria-label="Marks to choose from">
        {offered.map((each, index) => (
          <li
            key={each.id}
            {...list.optionProps(index)}
            className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-[0.8125rem] aria-selected:bg-hover"
            onClick={() => onPick(each)}
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

function nearest(
  all: readonly AnnotationView[],
  mark: AnnotationView,
  fits: (other: AnnotationView) => boolean,
): readonly AnnotationView[] {
  const distance = ({ start, end }: AnnotationView): number =>
    Math.max(0, start - mark.end, mark.start - end);
  return all
    .filter((other) => other.id !== mark.id && fits(other))
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, OFFERED);
}
