'use client';

import { useDesk } from '../model/use-desk';
import { showHere } from '../model/hit-marks';

/** Stands for cards that find no room beside their text; a press lists their marks. */
export function MoreMarks({ ids }: { readonly ids: readonly string[] }) {
  const desk = useDesk();
  return (
    <button
      type="button"
      className="card-more"
      onClick={({ currentTarget }) => {
        const { left, top } = currentTarget.getBoundingClientRect();
        showHere(desk, ids, { x: left, y: top }, { takesFocus: true });
      }}
    >
      +{ids.length} more here
    </button>
  );
}
