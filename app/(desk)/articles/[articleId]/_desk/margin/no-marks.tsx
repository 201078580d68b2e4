'use client';

import { Kbd } from '@/app/_ui/kbd';
import { can } from '@/lib/policy/can';
import { isFiltering } from '../model/desk-model';
import { NO_FILTER } from '../model/desk-state';
import { useDesk, useDeskState } from '../model/use-desk';

/** What stands in the margin while there is no card: how a mark is made, or why none is shown. */
export function NoMarks() {
  const desk = useDesk();
  const filtering = useDeskState((state) => isFiltering(state.filter));
  if (filtering) {
    return (
      <div className="teach">
        <p className="headline text-lg">No mark fits these filters</p>
        <p className="mt-1.5 text-muted">
          <button type="button" className="link" onClick={() => desk.state.set({ filter: NO_FILTER })}>
            Show all marks
          </button>
        </p>
      </div>
    );
  }
  if (!can.mark(desk.data.me)) {
    return (
      <div className="teach">
        <p className="headline text-lg">No marks yet</p>
      </div>
    );
  }
  const keys = desk.data.me.singleKeys;
  return (
    <div className="teach">
      <p className="headline text-lg">Make the first mark</p>
      <ol className="mt-3 space-y-3">
        <Step number={1}>
          Select a passage: drag over it, or double-click a word.
          {keys ? (
            <>
              {' '}
              By keyboard, press <Kbd>C</Kbd> and use the arrows with <Kbd>Shift</Kbd>.
            </>
          ) : null}
        </Step>
        <Step number={2}>
          Type a tag{keys ? ', or press its digit' : ''}. A correction goes behind an arrow:
          <code className="teach-line">name misspelled: Soyug-FG =&gt; Soyuz-FG</code>
        </Step>
        <Step number={3}>
          <Kbd>Enter</Kbd> saves it, <Kbd>Esc</Kbd> leaves nothing behind.
        </Step>
      </ol>
      {keys ? (
        <p className="mt-4 text-[0.8125rem] text-muted">
          All keys: <Kbd>?</Kbd>
        </p>
      ) : null}
    </div>
  );
}

function Step({ number, children }: { readonly number: number; readonly children: React.ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className="w-5 shrink-0 text-right font-serif text-lg leading-6 text-faint tabular-nums"
      >
        {number}
      </span>
      <div className="min-w-0">{children}</div>
    </li>
  );
}
