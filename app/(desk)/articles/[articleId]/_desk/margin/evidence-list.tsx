'use client';

import { ExternalLink, Plus, X } from 'lucide-react';
import { IconButton } from '@/app/_ui/button';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { EvidenceView } from '@/lib/contract/evidence';
import { RELATION_WORDS } from '@/lib/evidence/relations';
import { can } from '@/lib/policy/can';
import { needsEvidence } from '@/lib/schema/tag-rules';
import { span } from '@/lib/text/offsets';
import { removeEvidence } from '../model/changing';
import { openSource } from '../model/pane';
import { shorten } from '../model/say-mark';
import { useDesk, useDeskState } from '../model/use-desk';

/** What the mark rests on, and the way to add to it. */
export function EvidenceList({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const adding = useDeskState(({ form }) => form?.id === mark.id && form.kind === 'evidence');
  const { me } = desk.data;
  const rights = { authorId: mark.author.id, status: mark.status };
  const tag = desk.tagOf(mark);
  const wanted = tag !== null && needsEvidence(tag, mark) && mark.evidence.length === 0;
  const mayAdd = can.addEvidence(me, rights) && mark.deletedAt === null;
  if (mark.evidence.length === 0 && (adding || !mayAdd)) return null;
  return (
    <div>
      {mark.evidence.length === 0 ? null : (
        <ul aria-label="Evidence" className="space-y-1">
          {mark.evidence.map((each) => (
            <li key={each.id} className="flex items-start gap-1.5 text-[0.8125rem]">
              <EvidenceText evidence={each} />
              {can.removeEvidence(me, rights, { byId: each.by.id }) ? (
                <IconButton
                  label="Remove this evidence"
                  className="-my-1.5 ml-auto"
                  onClick={() => removeEvidence(desk, mark, each.id)}
                >
                  <X aria-hidden className="size-3.5" />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && !adding ? (
        <button
          type="button"
          className="-mx-1 flex min-h-7 items-center gap-1.5 rounded-md px-1 text-[0.8125rem] font-medium text-accent hover:bg-hover pointer-coarse:min-h-11"
          onClick={() => desk.state.set({ form: { id: mark.id, kind: 'evidence' } })}
        >
          <Plus aria-hidden className="size-3.5" />
          Add evidence
          {wanted ? <span className="font-normal text-muted">needed to accept</span> : null}
        </button>
      ) : null}
    </div>
  );
}

function EvidenceText({
  evidence: { url, source, note, excerpt, start, end, locator, relation, by },
}: {
  readonly evidence: EvidenceView;
}) {
  const desk = useDesk();
  return (
    <div className="min-w-0 flex-1">
      {relation === 'supports' ? null : (
        <span className="mr-1 font-medium text-warn">{RELATION_WORDS[relation]}:</span>
      )}
      {url === null ? null : (
        <a href={url} target="_blank" rel="noreferrer noopener" className="link break-words">
          {sayLink(url)}
          <ExternalLink aria-hidden className="ml-0.5 inline size-3" />
          <span className="sr-only"> (opens in a new window)</span>
        </a>
      )}
      {source ? (
        <button
          type="button"
          className="link text-left break-words"
          onClick={() =>
            openSource(desk, source.id, start === null || end === null ? null : span(start, end))
          }
        >
          {source.number === 0 ? 'Source' : `Source ${source.number}: ${shorten(source.title, 64)}`}
        </button>
      ) : null}
      {excerpt === null ? null : <p className="font-serif">“{excerpt}”</p>}
      {note === null ? null : <p className="break-words whitespace-pre-wrap">{note}</p>}
      <p className="text-xs text-faint">
        {locator === null ? '' : `${locator} · `}
        {by.name}
      </p>
    </div>
  );
}

/** A link as people read it: without the protocol, and not longer than a line or two. */
const sayLink = (url: string): string =>
  shorten(url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''), 64);
