'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Checkbox } from '@/app/_ui/checkbox';
import { Switch } from '@/app/_ui/switch';
import type { AnnotationView } from '@/lib/contract/annotation';
import { paragraphAt } from '@/lib/text/paragraphs';
import { Excerpt } from '../article/excerpt';
import { DeskDialog } from '../model/desk-dialog';
import { applyTo, otherPlaces } from '../model/repeating';
import { count, quoted, sayTag } from '../model/say-mark';
import { useAllMarks, useDesk, useDeskState } from '../model/use-desk';
import { usePassages } from '../model/use-passages';

/** The same mark at every other place of its words: looked at first, then made at once. */
export function RepeatWindow() {
  const desk = useDesk();
  const active = useDeskState((state) => state.active);
  const mark = desk.mark(active);
  return (
    <DeskDialog
      name="repeat"
      title="Apply to the same words"
      description={
        mark ? `Makes “${sayTag(mark)}” wherever ${quoted(mark.exact)} stands.` : 'Open a mark first.'
      }
    >
      {mark ? <Places key={mark.id} mark={mark} /> : null}
    </DeskDialog>
  );
}

function Places({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const marks = useAllMarks();
  const [wholeWords, setWholeWords] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  // `marks` stands for what others do meanwhile: a place they have marked is no place any more.
  const places = useMemo(
    () => (marks.length > 0 ? otherPlaces(desk, mark, { wholeWords }) : []),
    [desk, mark, marks, wholeWords],
  );
  const chosen = useMemo(() => places.filter(({ start }) => !left.has(start)), [places, left]);
  usePassages('found', chosen);
  const toggle = (start: number, on: boolean): void =>
    setLeft((before) => {
      const next = new Set(before);
      if (on) next.delete(start);
      else next.add(start);
      return next;
    });
  return (
    <form
      aria-label="Apply to the same words"
      onSubmit={(event) => {
        event.preventDefault();
        desk.state.set({ overlay: null });
        applyTo(desk, mark, chosen);
      }}
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3">
        <Checkbox
          label={`${chosen.length} of ${count(places.length, 'place')}`}
          checked={places.length > 0 && chosen.length === places.length}
          indeterminate={chosen.length > 0 && chosen.length < places.length}
          disabled={places.length === 0}
          onChange={(on) => setLeft(new Set(on ? [] : places.map(({ start }) => start)))}
        />
        <Switch label="Whole words only" checked={wholeWords} onChange={setWholeWords} />
      </div>
      {places.length === 0 ? (
        <p className="py-8 text-center text-muted">
          {`${quoted(mark.exact)} stands nowhere else without this mark.`}
        </p>
      ) : (
        <ul aria-label="Places" className="max-h-[22rem] overflow-y-auto">
          {places.map((place, index) => (
            <li key={place.start} className="flex items-start gap-2.5 px-1 py-1.5">
              <Checkbox
                label={`Place ${index + 1}, paragraph ${paragraphAt(desk.text, place.start)?.number}`}
                hideLabel
                checked={!left.has(place.start)}
                onChange={(on) => toggle(place.start, on)}
              />
              <span className="min-w-0 flex-1 font-serif break-words">
                <Excerpt found={place} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button type="button" look="quiet" onClick={() => desk.state.set({ overlay: null })}>
          Cancel
        </Button>
        <Button type="submit" look="primary" disabled={chosen.length === 0}>
          {`Mark ${count(chosen.length, 'place')}`}
        </Button>
      </div>
    </form>
  );
}
