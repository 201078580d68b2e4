'use client';

import { CopyPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';
import type { AnnotationView } from '@/lib/contract/annotation';
import { can } from '@/lib/policy/can';
import { otherPlaces } from '../model/repeating';
import { useAllMarks, useDesk } from '../model/use-desk';

/** On an open card whose words stand elsewhere too, without this mark. */
export function RepeatOffer({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const marks = useAllMarks();
  const [others, setOthers] = useState(0);
  useEffect(
    () => afterPaint(() => setOthers(otherPlaces(desk, mark, { wholeWords: true }).length)),
    [desk, mark, marks],
  );
  if (others === 0 || mark.deletedAt !== null || !can.mark(desk.data.me)) return null;
  return (
    <Button
      size="small"
      look="quiet"
      icon={<CopyPlus aria-hidden className="size-3.5" />}
      onClick={() => desk.state.set({ overlay: 'repeat' })}
    >
      {others === 1 ? 'Apply to the other place' : `Apply to the other ${others} places`}
    </Button>
  );
}

/** A book is searched for the words: nothing that was asked for waits for that. Answers the function that calls it off. */
function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(run)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
