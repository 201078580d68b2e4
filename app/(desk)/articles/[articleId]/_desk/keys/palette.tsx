'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { TagDot } from '@/app/_ui/tag-chip';
import type { AnnotationView } from '@/lib/contract/annotation';
import { fold } from '@/lib/schema/find-tag';
import { matchesFilter } from '@/lib/sync/mark-filter';
import { DeskDialog } from '../model/desk-dialog';
import type { DeskModel } from '../model/desk-model';
import { openMark } from '../model/opening';
import { sayTag, shorten } from '../model/say-mark';
import { useDesk } from '../model/use-desk';
import { useOptionList } from '../model/use-option-list';
import { actionsFor, type Action } from './actions';
import { Binding } from './help-dialog';

/** Everything that can be done, and every mark, behind one input. */
export function Palette() {
  return (
    <DeskDialog name="palette" title="All commands">
      <Commands />
    </DeskDialog>
  );
}

type Entry =
  | { readonly kind: 'action'; readonly name: string; readonly action: Action }
  | { readonly kind: 'place'; readonly name: string; readonly href: string }
  | { readonly kind: 'mark'; readonly name: string; readonly mark: AnnotationView };

const MARKS_MAX = 8;

function Commands() {
  const desk = useDesk();
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const entries = useMemo(() => entriesFor(desk, typed), [desk, typed]);
  const list = useOptionList(entries, 0, typed);
  const run = (entry: Entry | undefined): void => {
    if (!entry) return;
    desk.state.set({ overlay: null });
    if (entry.kind === 'action') entry.action.run(desk);
    else if (entry.kind === 'mark') openMark(desk, entry.mark.id);
    else router.push(entry.href);
  };
  return (
    <>
      <label className="sr-only" htmlFor="palette-input">
        Find a command or a mark
      </label>
      <input
        {...list.inputProps}
        id="palette-input"
        autoFocus
        className="control"
        placeholder="Find a command or a mark"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (list.onKey(event) || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          run(list.picked);
        }}
      />
      <ul
        {...list.listProps}
        aria-label="Commands and marks"
        className="-mx-2 mt-2 max-h-[24rem] overflow-y-auto"
      >
        {entries.map((entry, index) => (
          <li
            key={entry.kind === 'mark' ? entry.mark.id : entry.name}
            {...list.optionProps(index)}
            className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-sm aria-selected:bg-hover pointer-coarse:min-h-11"
            onClick={() => run(entry)}
          >
            {entry.kind === 'mark' ? <TagDot colour={desk.tagOf(entry.mark)?.colour ?? 'slate'} /> : null}
            <span className="min-w-0 flex-1 truncate">
              {entry.name}
              {entry.kind === 'mark' ? (
                <span className="ml-2 font-serif text-muted">{shorten(entry.mark.exact, 50)}</span>
              ) : null}
            </span>
            {entry.kind === 'action' && entry.action.keys[0] !== undefined ? (
              <Binding binding={entry.action.keys[0]} />
            ) : null}
          </li>
        ))}
      </ul>
      {entries.length === 0 ? <p className="px-1 py-3 text-sm text-muted">Nothing is called that.</p> : null}
    </>
  );
}

function entriesFor(desk: DeskModel, typed: string): readonly Entry[] {
  const wanted = fold(typed);
  const { article, project } = desk.data;
  const actions = actionsFor(desk)
    .filter((action) => action.fits(desk) && action.title !== 'All commands')
    .map((action): Entry => ({ kind: 'action', name: action.title, action }));
  const places: readonly Entry[] = [
    { kind: 'place', name: 'Go to the report', href: `/articles/${article.id}/report` },
    { kind: 'place', name: 'Go to the history of the article', href: `/articles/${article.id}/history` },
    {
      kind: 'place',
      name: 'Go to the trash of the article',
      href: `/projects/${project.id}/trash?article=${article.id}`,
    },
    { kind: 'place', name: 'Go to the activity of the project', href: `/projects/${project.id}/activity` },
    { kind: 'place', name: 'Go to the articles of the project', href: `/projects/${project.id}` },
    { kind: 'place', name: 'Go to the tag schema', href: `/projects/${project.id}/schema` },
  ];
  const marks =
    wanted === '' ? [] : desk.sync.replica.query().filter((mark) => matchesFilter(mark, { text: typed }));
  return [
    ...[...actions, ...places].filter(({ name }) => fold(name).includes(wanted)),
    ...marks.slice(0, MARKS_MAX).map((mark): Entry => ({ kind: 'mark', name: sayTag(mark), mark })),
  ];
}
