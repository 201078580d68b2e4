'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { cx } from '@/app/_ui/class-names';
import { notifyFailure } from '@/app/_ui/toast';
import type { CoverageView } from '@/lib/contract/coverage';
import { CHECKED_STATES, type CheckedState } from '@/lib/evidence/checked-spans';
import { can } from '@/lib/policy/can';
import { callApi } from '@/lib/sync/api-client';
import { sliceText } from '@/lib/text/article-text';
import { span, type Span } from '@/lib/text/offsets';
import { ResourceState } from '../checking/resource-state';
import { useResource } from '../checking/use-resource';
import { showPassage } from '../model/opening';
import { quoted } from '../model/say-mark';
import { useStore } from '../model/store';
import { useAllMarks, useDesk, useDeskState } from '../model/use-desk';
import { usePassages } from '../model/use-passages';
import { HeatStrip } from './heat-strip';
import { Shares } from './shares';
import { unitAround, UNITS, type Unit } from './units';

/** What has been checked, and the way through what has not: sentence by sentence, by keys alone if one likes. */
export function CoveragePane() {
  const desk = useDesk();
  const { coverage: changes } = useStore(desk.news, (news) => news);
  const marks = useAllMarks();
  const settled = useMemo(
    () =>
      marks.filter(
        ({ status, state, deletedAt }) => deletedAt === null && status === 'accepted' && state !== null,
      ).length,
    [marks],
  );
  const path = `/api/v1/articles/${desk.data.article.id}/coverage`;
  const resource = useResource<CoverageView>(path, `${changes} ${settled}`);
  const [unit, setUnit] = useState<Unit>('sentence');
  const [from, setFrom] = useState(0);
  const composer = useDeskState((state) => state.composer);
  const selected = composer?.kind === 'new' ? composer.span : null;
  const coverage = resource.value;
  const next = useMemo(() => nextUnchecked(coverage, from), [coverage, from]);
  const passage = useMemo(
    () => selected ?? (next === null ? null : unitAround(desk.text, next, unit)),
    [selected, desk, next, unit],
  );
  useEffect(() => {
    if (passage) showPassage(desk, passage);
  }, [desk, passage]);
  usePassages(
    'suggestion-here',
    useMemo(() => (passage ? [passage] : []), [passage]),
  );
  const card = useRef<HTMLDivElement>(null);
  const ready = coverage !== null;
  useEffect(() => card.current?.focus({ preventScroll: true }), [ready]);
  if (coverage === null) {
    return (
      <div className="checking-body">
        <ResourceState resource={resource} what="The checked passages are" />
      </div>
    );
  }
  const check = async (at: Span, state: CheckedState | null): Promise<void> => {
    const answer = await callApi({
      method: 'POST',
      path,
      body: { versionId: coverage.versionId, start: at.start, end: at.end, state },
    });
    if (!answer.ok) return notifyFailure(answer.failure);
    if (selected) desk.state.set({ composer: null });
    setFrom(at.end);
    desk.say(`${quoted(sliceText(desk.text, at), 60)}: ${state ?? 'not checked'}.`);
    resource.ask();
  };
  const may = can.checkPassages(desk.data.me);
  return (
    <div className="checking-body space-y-5">
      <HeatStrip spans={coverage.spans} />
      <Shares coverage={coverage} />
      {may && passage ? (
        <div
          ref={card}
          role="group"
          tabIndex={0}
          aria-label={selected ? 'The selected passage' : 'Next unchecked'}
          className="checking-card space-y-2.5"
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const state = CHECKED_STATES[Number(event.key) - 1];
            if (state === undefined && event.key !== 'n') return;
            event.preventDefault();
            event.stopPropagation();
            if (state === undefined) setFrom(passage.end);
            else void check(passage, state);
          }}
        >
          <p className="kicker">{selected ? 'The selected passage' : 'Next unchecked'}</p>
          <p className="line-clamp-6 font-serif break-words">{sliceText(desk.text, passage)}</p>
          <div className="flex flex-wrap gap-1.5">
            {CHECKED_STATES.map((state, index) => (
              <Button
                key={state}
                size="small"
                look={index === 0 ? 'primary' : 'secondary'}
                onClick={() => void check(passage, state)}
              >
                <span aria-hidden className="text-xs tabular-nums opacity-70">
                  {index + 1}
                </span>
                {state}
              </Button>
            ))}
            {selected ? (
              <Button size="small" look="quiet" onClick={() => void check(passage, null)}>
                not checked
              </Button>
            ) : (
              <Button size="small" look="quiet" onClick={() => setFrom(passage.end)}>
                <span aria-hidden className="text-xs opacity-70">
                  n
                </span>
                next
              </Button>
            )}
          </div>
          <fieldset className={cx('flex gap-4 text-[0.8125rem]', selected && 'hidden')}>
            <legend className="sr-only">By how much</legend>
            {UNITS.map((each) => (
              <label key={each} className="flex min-h-7 items-center gap-1.5">
                <input
                  type="radio"
                  name="unit"
                  className="size-3.5 accent-primary"
                  checked={unit === each}
                  onChange={() => setUnit(each)}
                />
                by {each}
              </label>
            ))}
          </fieldset>
        </div>
      ) : null}
      {coverage.unchecked.length === 0 ? (
        <p role="status" className="font-medium text-ok">
          Every word has been checked.
        </p>
      ) : null}
    </div>
  );
}

/** Where the next unchecked word stands, from an offset on and then from the start. */
function nextUnchecked(coverage: CoverageView | null, from: number): number | null {
  const stretches = (coverage?.unchecked ?? []).map(({ start, end }) => span(start, end));
  const behind = stretches.find(({ end }) => end > from) ?? stretches[0];
  return behind === undefined ? null : behind.end > from ? Math.max(behind.start, from) : behind.start;
}
