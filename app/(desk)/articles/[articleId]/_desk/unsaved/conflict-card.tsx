'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import { mergeMark, type Choices, type Collision, type Side } from '@/lib/sync/merge-mark';
import type { Conflict } from '@/lib/sync/rebase';
import type { Refusal } from '@/lib/sync/work';
import { CorrectionDiff } from '../margin/correction-diff';
import { openMark } from '../model/opening';
import { quoted, sayTag } from '../model/say-mark';
import { useDesk, useMark } from '../model/use-desk';
import { Choice } from './choice';
import { PART_NAMES, sayDecision, sayPart, sayPresence, sayWork, type Question } from './say-side';

export interface ConflictCardProps {
  readonly refusal: Refusal;
  readonly conflict: Conflict;
}

/** Two people wanted different things of one mark. What does not collide is merged; the rest is asked. */
export function ConflictCard({ refusal, conflict: told }: ConflictCardProps) {
  const desk = useDesk();
  const [choices, setChoices] = useState<Choices>({});
  const now = useMark(told.theirs.id);
  // Others may have gone on since the refusal: what counts is what is there now.
  const theirs = now && now.revision > told.theirs.revision ? now : told.theirs;
  const conflict = { ...told, theirs };
  const { base, yours } = conflict;
  const { target, collisions } = useMemo(
    () => mergeMark(base, yours, theirs, choices),
    [base, yours, theirs, choices],
  );
  const who = desk.sync.replica.foreign(base.id).by?.name ?? 'Somebody else';
  const undecided = collisions.filter((collision) => choices[collision] === undefined);
  const save = (): void => {
    desk.sync.settle(`settle ${quoted(base.exact)}`, refusal, theirs, target);
    desk.state.set({ overlay: null });
    if (target.deletedAt === null) openMark(desk, base.id);
    desk.say('Settled as you chose.');
  };
  return (
    <Notice tone="danger" title={`Two people changed ${sayTag(base)} on ${quoted(base.exact)}`}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        <dt className="text-muted">{who}</dt>
        <dd className="min-w-0 break-words">{sayWork(base, theirs)}</dd>
        <dt className="text-muted">You</dt>
        <dd className="min-w-0 break-words">{sayWork(base, yours)}</dd>
      </dl>
      <div className="mt-3 space-y-3">
        {collisions.map((collision) => (
          <Asked
            key={collision}
            collision={collision}
            conflict={conflict}
            who={who}
            side={choices[collision]}
            onChoose={(side) => setChoices({ ...choices, [collision]: side })}
          />
        ))}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-1.5">
        <Button size="small" look="primary" disabled={undecided.length > 0} onClick={save}>
          Save what was chosen
        </Button>
        <Button
          size="small"
          onClick={() => {
            desk.sync.outbox.dismiss(refusal);
            desk.state.set({ overlay: null });
          }}
        >
          Give mine up
        </Button>
      </div>
    </Notice>
  );
}

interface AskedProps {
  readonly collision: Collision;
  readonly conflict: Conflict;
  readonly who: string;
  readonly side: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function Asked({ collision, conflict, who, side, onChoose }: AskedProps) {
  const question: Question | null =
    collision === 'presence'
      ? sayPresence(conflict, who)
      : collision === 'decision'
        ? sayDecision(conflict, who)
        : null;
  if (question) {
    return (
      <Choice
        title={question.asked}
        theirs={{ who, says: question.theirs }}
        yours={{ who: 'You', says: question.yours }}
        side={side}
        onChoose={onChoose}
      />
    );
  }
  const part = collision as keyof typeof PART_NAMES;
  const { base, theirs, yours } = conflict;
  const was = sayPart(base, part);
  return (
    <Choice
      title={PART_NAMES[part]}
      base={was}
      theirs={{ who, says: <Against was={was} is={sayPart(theirs, part)} /> }}
      yours={{ who: 'You', says: <Against was={was} is={sayPart(yours, part)} /> }}
      side={side}
      onChoose={onChoose}
    />
  );
}

/** Words enough that the eye needs help to find what differs. */
const LONG = 40;

function Against({ was, is }: { readonly was: string; readonly is: string }) {
  return was.length + is.length > LONG ? <CorrectionDiff exact={was} correction={is} /> : is;
}
