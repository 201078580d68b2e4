'use client';

import { SeverityLabel } from '@/app/_ui/severity';
import { TagChip } from '@/app/_ui/tag-chip';
import type { AnnotationBodies } from '@/lib/annotation/annotation';
import { tagByKey } from '@/lib/schema/find-tag';
import type { Severity, TagSchema } from '@/lib/schema/tag-schema';
import { CorrectionDiff } from '../margin/correction-diff';

export interface TagPreviewProps {
  readonly schema: TagSchema;
  readonly bodies: AnnotationBodies;
  readonly exact: string;
  readonly severity: Severity;
}

/** What Enter will save, as the card will show it. */
export function TagPreview({ schema, bodies, exact, severity }: TagPreviewProps) {
  const tag = tagByKey(schema, bodies.tag);
  return (
    <div
      className="flex flex-col gap-1.5 px-3.5 pt-0.5 pb-2.5 text-sm"
      aria-label="What will be saved"
      role="group"
    >
      <div className="flex items-center gap-2">
        <TagChip colour={tag?.colour ?? 'slate'} label={tag?.label ?? bodies.tag} value={bodies.value} />
        <span className="ml-auto">
          <SeverityLabel severity={severity} />
        </span>
      </div>
      {bodies.correction === null ? null : (
        <p className="line-clamp-4 font-serif">
          <CorrectionDiff exact={exact} correction={bodies.correction} />
        </p>
      )}
      {bodies.note === null ? null : (
        <p className="line-clamp-2 text-[0.8125rem] text-muted">{bodies.note}</p>
      )}
    </div>
  );
}
