'use client';

import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import type { SuggestionView } from '@/lib/contract/checking';
import { span, type Span } from '@/lib/text/offsets';
import { CHECKING_PANE_ID } from '../checking/pane-id';
import { ResourceState } from '../checking/resource-state';
import { count } from '../model/say-mark';
import { usePassages } from '../model/use-passages';
import { groupSuggestions, type SuggestionGroup } from './group-suggestions';
import { sayRule } from '@/app/_ui/say-rule';
import { SuggestionItem } from './suggestion-item';
import { useSuggestions } from './use-suggestions';

const NONE: readonly SuggestionView[] = [];

/** What the rules propose: dotted in the text, and here by rule and repetition. Nothing of it is said until somebody accepts it. */
export function SuggestionsPane() {
  const { resource, items, dismiss, knowName } = useSuggestions();
  const rules = useMemo(() => groupSuggestions(items), [items]);
  const [here, setHere] = useState<SuggestionGroup | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const leave = useCallback(() => setHere(null), []);
  useStepping(list);
  usePassages('suggestion', useSpans(items));
  usePassages('suggestion-here', useSpans(here?.items ?? NONE));
  if (resource.value === null) {
    return (
      <div className="checking-body">
        <ResourceState
          resource={resource}
          what="The suggestions are"
          doing="Checking the text… A long one takes a few seconds."
        />
      </div>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState title="Nothing to suggest">
        The rules find nothing in this text that is not marked or dismissed. What only people can find is left
        to you.
      </EmptyState>
    );
  }
  return (
    <div ref={list} className="checking-body space-y-5">
      <p role="status" className="text-sm text-muted">
        {count(items.length, 'suggestion')}. Arrow keys walk through them; <b>a</b> accepts, <b>e</b> edits,{' '}
        <b>d</b> dismisses.
      </p>
      {rules.map(({ ruleId, groups }) => (
        <section key={ruleId} aria-label={sayRule(ruleId)}>
          <h3 className="kicker mb-1.5">
            {sayRule(ruleId)} <span className="tabular-nums">{groups.length}</span>
          </h3>
          <ul className="space-y-1.5">
            {groups.map((group) => (
              <SuggestionItem
                key={group.group}
                group={group}
                onHere={setHere}
                onLeave={leave}
                onDismiss={dismiss}
                onKnowName={knowName}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Up and down through the suggestions, from anywhere in the pane: its heading has the focus when it opens. */
function useStepping(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pane = document.getElementById(CHECKING_PANE_ID);
    const onKey = (event: KeyboardEvent): void => step(list.current, event);
    pane?.addEventListener('keydown', onKey);
    return () => pane?.removeEventListener('keydown', onKey);
  }, [list]);
}

function step(list: HTMLElement | null, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (event.target instanceof HTMLInputElement) return;
  const all = [...(list?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? [])];
  const at = all.findIndex((each) => each.contains(document.activeElement));
  const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const useSpans = (items: readonly SuggestionView[]): readonly Span[] =>
  useMemo(() => items.map(({ start, end }) => span(start, end)), [items]);
