'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import type { SuggestionView } from '@/lib/contract/checking';
import { can } from '@/lib/policy/can';
import { span } from '@/lib/text/offsets';
import { CorrectionDiff } from '../margin/correction-diff';
import { showPassage } from '../model/opening';
import { shorten } from '../model/say-mark';
import { useDesk } from '../model/use-desk';
import { EditSuggestion } from './edit-suggestion';
import type { SuggestionGroup } from './group-suggestions';
import { takeSuggestions } from './use-suggestions';

export interface SuggestionItemProps {
  readonly group: SuggestionGroup;
  readonly onHere: (group: SuggestionGroup) => void;
  readonly onLeave: () => void;
  readonly onDismiss: (repeats: readonly SuggestionView[]) => void;
  readonly onKnowName: (name: string) => void;
}

/** One finding with all its repeats. It takes the focus as a whole: letters accept, edit and dismiss it. */
export function SuggestionItem({ group, onHere, onLeave, onDismiss, onKnowName }: SuggestionItemProps) {
  const desk = useDesk();
  const ref = useRef<HTMLLIElement>(null);
  const [editing, setEditing] = useState(false);
  const { me } = desk.data;
  const { items } = group;
  const first = items[0]!;
  const { exact, correction, tagLabel, value, message, confidence, tag } = first;
  const repeated = items.length > 1;
  useEffect(() => onLeave, [onLeave]);
  const accept = (edits?: { value: string | null; correction: string | null }): void => {
    moveOn(ref.current);
    takeSuggestions(desk, items, edits);
  };
  const dismiss = (): void => {
    moveOn(ref.current);
    onDismiss(items);
  };
  const keys: Readonly<Record<string, () => void>> = {
    a: () => accept(),
    Enter: () => accept(),
    e: () => setEditing(true),
    d: dismiss,
    Delete: dismiss,
  };
  const mayMark = can.mark(me);
  return (
    <li
      ref={ref}
      data-suggestion
      tabIndex={0}
      aria-label={`${tagLabel}: ${shorten(exact, 80)}${repeated ? `, ${items.length} times` : ''}`}
      className="checking-card"
      onFocus={() => {
        onHere(group);
        showPassage(desk, span(first.start, first.end));
      }}
      onPointerEnter={() => onHere(group)}
      onKeyDown={(event) => {
        if (event.target !== ref.current || event.ctrlKey || event.metaKey || event.altKey) return;
        const run = mayMark ? keys[event.key] : undefined;
        if (!run) return;
        event.preventDefault();
        event.stopPropagation();
        run();
      }}
    >
      <p className="flex items-baseline gap-2 text-[0.8125rem]">
        <b className="font-medium">{tagLabel}</b>
        {value === null || value === exact ? null : <span className="text-muted">{value}</span>}
        {repeated ? <span className="text-muted tabular-nums">{items.length} times</span> : null}
        <span className="ml-auto text-faint">{confidence}</span>
      </p>
      <p className="font-serif break-words">
        {correction === null ? (
          shorten(exact, 160)
        ) : (
          <CorrectionDiff exact={shorten(exact, 160)} correction={correction} />
        )}
      </p>
      <p className="text-[0.8125rem] text-muted">{message}</p>
      {editing ? (
        <EditSuggestion
          suggestion={first}
          onLeave={() => {
            setEditing(false);
            ref.current?.focus();
          }}
          onSave={accept}
        />
      ) : mayMark ? (
        <div className="mt-2 flex flex-wrap gap-1.5">
          <Button size="small" look="primary" onClick={() => accept()}>
            {repeated ? `Accept all ${items.length}` : 'Accept'}
          </Button>
          <Button size="small" onClick={() => setEditing(true)}>
            Edit
          </Button>
          <Button size="small" look="quiet" onClick={dismiss}>
            Dismiss
          </Button>
          {can.changeProject(me) && NAME_TAGS.has(tag) ? (
            <Button size="small" look="quiet" onClick={() => onKnowName(exact)}>
              Known name
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

/** What a known name would have kept from being suggested. */
const NAME_TAGS: ReadonlySet<string> = new Set(['name', 'name-variant', 'spelling', 'case']);

/** The focus goes to the next suggestion, or the one before, before this one leaves. */
function moveOn(item: HTMLElement | null): void {
  if (!item?.contains(document.activeElement)) return;
  const all = [...(item.closest('aside')?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? [])];
  const at = all.indexOf(item);
  (all[at + 1] ?? all[at - 1])?.focus();
}
