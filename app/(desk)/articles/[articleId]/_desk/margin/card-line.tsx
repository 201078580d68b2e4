'use client';

import { TagDot } from '@/app/_ui/tag-chip';
import type { AnnotationView } from '@/lib/contract/annotation';
import { effectiveCorrection } from '@/lib/adjudication/effective-correction';
import { openMark } from '../model/opening';
import { shorten } from '../model/say-mark';
import { useDesk } from '../model/use-desk';

/** A closed card where many stand close: what it is and what it asks for, in one line. */
export function CardLine({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const { tagLabel, value, exact, status } = mark;
  const should = effectiveCorrection(mark);
  return (
    <button
      type="button"
      aria-expanded={false}
      className="card-line"
      title={`${shorten(exact, 60)}${should === null ? '' : ` → ${shorten(should, 60)}`}`}
      onClick={() => openMark(desk, mark.id)}
    >
      <TagDot colour={desk.tagOf(mark)?.colour ?? 'slate'} />
      <b className="shrink-0">{tagLabel}</b>
      <span className="min-w-0 truncate">
        {should === null
          ? (value ?? shorten(exact, 60))
          : `${shorten(exact, 30)} → ${shorten(should, 60) || 'delete'}`}
      </span>
      {status === 'open' ? null : <span className="ml-auto shrink-0 pl-1 text-muted">{status}</span>}
    </button>
  );
}
