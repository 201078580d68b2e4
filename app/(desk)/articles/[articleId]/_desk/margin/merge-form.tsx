'use client';

import type { AnnotationView } from '@/lib/contract/annotation';
import { decideMarks } from '../model/deciding';
import { useDesk } from '../model/use-desk';
import { MarkPicker } from './mark-picker';

/** Chooses the mark that this one goes into. */
export function MergeForm({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  return (
    <MarkPicker
      mark={mark}
      label="Merge into another mark"
      field="Merge into"
      submit="Merge"
      fits={isNotMerged}
      onPick={({ id }) => decideMarks(desk, [mark], { verdict: 'merged', intoId: id })}
    />
  );
}

const isNotMerged = ({ status }: AnnotationView): boolean => status !== 'merged';
