'use client';

import { Checkbox } from '@/app/_ui/checkbox';
import { SeverityLabel } from '@/app/_ui/severity';
import { StatusPill } from '@/app/_ui/status-pill';
import { TagChip } from '@/app/_ui/tag-chip';
import { effectiveCorrection } from '@/lib/adjudication/effective-correction';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { CodePointOffset } from '@/lib/text/offsets';
import { paragraphAt } from '@/lib/text/paragraphs';
import { CorrectionDiff } from '../margin/correction-diff';
import { quoted, sayTag } from '../model/say-mark';
import { useDesk } from '../model/use-desk';

export interface MarkRowProps {
  readonly mark: AnnotationView;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onOpen: () => void;
}

/** One mark of the list: where, what, who, how it stands. */
export function MarkRow({ mark, chosen, onChoose, onOpen }: MarkRowProps) {
  const desk = useDesk();
  const correction = effectiveCorrection(mark);
  const paragraph = paragraphAt(desk.text, mark.start as CodePointOffset)?.number;
  return (
    <div
      className="flex items-start gap-3 border-b border-line px-1 py-2.5 text-sm"
      data-chosen={chosen || undefined}
    >
      <Checkbox
        label={`Choose ${sayTag(mark)} on ${quoted(mark.exact)}`}
        hideLabel
        checked={chosen}
        onChange={onChoose}
      />
      <span className="w-7 shrink-0 pt-px text-right text-xs text-faint tabular-nums">¶ {paragraph}</span>
      <button type="button" className="group min-w-0 flex-1 rounded-md text-left" onClick={onOpen}>
        <TagChip colour={desk.tagOf(mark)?.colour ?? 'slate'} label={mark.tagLabel} value={mark.value} />
        <span className="mt-1 line-clamp-2 font-serif group-hover:underline">
          {correction === null ? mark.exact : <CorrectionDiff exact={mark.exact} correction={correction} />}
        </span>
        {mark.note === null ? null : (
          <span className="line-clamp-1 text-[0.8125rem] text-muted">{mark.note}</span>
        )}
      </button>
      <span className="flex w-26 shrink-0 flex-col items-end gap-1">
        {mark.deletedAt === null ? (
          <StatusPill status={mark.status} />
        ) : (
          <span className="text-danger">deleted</span>
        )}
        <span className="hidden max-w-full truncate text-xs text-muted sm:block">{mark.author.name}</span>
        <SeverityLabel severity={mark.severity} compact />
      </span>
    </div>
  );
}
