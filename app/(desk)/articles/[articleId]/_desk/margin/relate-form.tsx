'use client';

import { useState } from 'react';
import type { AnnotationView } from '@/lib/contract/annotation';
import { relateMark } from '../model/changing';
import { useDesk } from '../model/use-desk';
import { MarkPicker } from './mark-picker';

/** Chooses the mark that this one is related to: the other side of a conflict, say. */
export function RelateForm({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const [seen] = useState(() => desk.sync.replica.seen(mark.id));
  return (
    <MarkPicker
      mark={mark}
      label="Relate to another mark"
      field="Related to"
      submit="Relate"
      fits={anyMark}
      onPick={(other) => {
        relateMark(desk, mark, other, seen);
        desk.state.set({ form: null });
      }}
    />
  );
}

const anyMark = (): boolean => true;
