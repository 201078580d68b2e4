'use client';

import { ArrowLeftRight, X } from 'lucide-react';
import { IconButton } from '@/app/_ui/button';
import type { AnnotationView } from '@/lib/contract/annotation';
import { mayChange, relateMark } from '../model/changing';
import { openMark } from '../model/opening';
import { quoted } from '../model/say-mark';
import { useAllMarks, useDesk } from '../model/use-desk';

/** The mark that this one is related to, and those that are related to this one: each a way there. */
export function RelatedList({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const all = useAllMarks();
  const related = desk.mark(mark.relatedId);
  const from = all.filter(({ relatedId, deletedAt }) => relatedId === mark.id && deletedAt === null);
  if (!related && from.length === 0) return null;
  const changeable = mark.deletedAt === null && mayChange(desk, mark);
  return (
    <ul aria-label="Related marks" className="space-y-1 text-[0.8125rem]">
      {related ? (
        <li className="flex items-start gap-1.5">
          <RelatedMark mark={related} />
          {changeable ? (
            <IconButton
              label="Relate to it no more"
              className="-my-1.5 ml-auto"
              onClick={() => relateMark(desk, mark, null)}
            >
              <X aria-hidden className="size-3.5" />
            </IconButton>
          ) : null}
        </li>
      ) : null}
      {from
        .filter(({ id }) => id !== related?.id)
        .map((each) => (
          <li key={each.id} className="flex items-start gap-1.5">
            <RelatedMark mark={each} />
          </li>
        ))}
    </ul>
  );
}

function RelatedMark({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  return (
    <span className="min-w-0 flex-1">
      <ArrowLeftRight aria-hidden className="mr-1 inline size-3 text-muted" />
      {mark.tagLabel},{' '}
      <button type="button" className="link font-serif" onClick={() => openMark(desk, mark.id)}>
        {quoted(mark.exact)}
      </button>
      {mark.deletedAt === null ? null : <span className="text-muted"> (in the trash)</span>}
    </span>
  );
}
