'use client';

import type { AnnotationView } from '@/lib/contract/annotation';
import type { DecisionView } from '@/lib/contract/decision';
import { Time } from '@/app/_ui/time';
import { openMark } from '../model/opening';
import { quoted } from '../model/say-mark';
import { useDesk, useDeskState } from '../model/use-desk';
import { AmendForm } from './amend-form';
import { CardActions } from './card-actions';
import { EvidenceForm } from './evidence-form';
import { EvidenceList } from './evidence-list';
import { MergeForm } from './merge-form';
import { RejectForm } from './reject-form';
import { RelateForm } from './relate-form';
import { RelatedList } from './related-list';
import { RepeatOffer } from './repeat-offer';

/** What an open card shows besides: evidence, the decision, what can be done. */
export function CardDetails({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const form = useDeskState((state) => (state.form?.id === mark.id ? state.form : null));
  return (
    <div className="card-details">
      <EvidenceList mark={mark} />
      {form?.kind === 'evidence' ? <EvidenceForm mark={mark} message={form.message ?? null} /> : null}
      <RelatedList mark={mark} />
      {form?.kind === 'relate' ? <RelateForm mark={mark} /> : null}
      {mark.decision ? <DecisionLine mark={mark} decision={mark.decision} /> : null}
      <p className="text-xs text-faint">
        {mark.author.name} · <Time value={mark.createdAt} /> ·{' '}
        <button type="button" className="link" onClick={() => desk.state.set({ overlay: 'story' })}>
          revision {mark.revision}
        </button>
      </p>
      {form?.kind === 'reject' ? <RejectForm mark={mark} /> : null}
      {form?.kind === 'amend' ? <AmendForm mark={mark} message={form.message ?? null} /> : null}
      {form?.kind === 'merge' ? <MergeForm mark={mark} /> : null}
      {form ? null : <RepeatOffer mark={mark} />}
      {form ? null : <CardActions mark={mark} />}
    </div>
  );
}

const SAID: Readonly<Record<DecisionView['verdict'], string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  sic: 'Sic: stands as in the source',
  merged: 'Merged',
  reopened: 'Reopened',
};

interface DecisionLineProps {
  readonly mark: AnnotationView;
  readonly decision: DecisionView;
}

function DecisionLine({ mark, decision }: DecisionLineProps) {
  const desk = useDesk();
  const into = desk.mark(decision.intoId);
  const amended = decision.correction !== null && decision.correction !== mark.correction;
  return (
    <div className="border-t border-line pt-2 text-[0.8125rem]">
      <p>
        <span className="font-medium">{SAID[decision.verdict]}</span>
        {into ? (
          <>
            {' into '}
            <button type="button" className="link" onClick={() => openMark(desk, into.id)}>
              {quoted(into.exact)}
            </button>
          </>
        ) : null}
        <span className="text-muted">
          {' '}
          by {decision.editor.name}, <Time value={decision.at} />
        </span>
      </p>
      {amended ? (
        <p className="text-muted">
          Proposed was{' '}
          {mark.correction === null
            ? 'no correction'
            : mark.correction === ''
              ? 'to delete it'
              : quoted(mark.correction)}
          .
        </p>
      ) : null}
      {decision.reason === null ? null : <p className="mt-0.5 font-serif italic">{decision.reason}</p>}
      {mark.changedSinceDecision ? (
        <p className="mt-0.5 font-medium text-warn">Changed since, so it is open again.</p>
      ) : null}
    </div>
  );
}
