'use client';

import { Check, PencilLine, Quote, RotateCcw, X } from 'lucide-react';
import { late } from '@/app/_ui/late';
import { LateMenu } from '@/app/_ui/late-menu';
import type { AnnotationView } from '@/lib/contract/annotation';
import { mayChange } from '../model/changing';
import { mayDecide } from '../model/deciding';
import { useDesk } from '../model/use-desk';
import { ActionButton } from './action-button';
import { loadCardMenu } from './load-card-menu';
import { MoreButton } from './more-button';

const CardMenu = late(loadCardMenu);

/** What this person may do with this mark. */
export function CardActions({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const decide = mayDecide(desk);
  const change = mayChange(desk, mark);
  const open = mark.status === 'open';
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {decide && open ? (
        <>
          <ActionButton id="accept" label="Accept" icon={Check} look="primary" />
          <ActionButton id="reject" label="Reject" icon={X} />
          <ActionButton id="sic" label="Sic" icon={Quote} />
        </>
      ) : null}
      {decide && !open ? <ActionButton id="reopen" label="Reopen" icon={RotateCcw} /> : null}
      {change && !(decide && open) ? <ActionButton id="edit" label="Edit" icon={PencilLine} /> : null}
      <div className="ml-auto">
        <LateMenu trigger={<MoreButton />} load={loadCardMenu}>
          {(opened) => <CardMenu mark={mark} opened={opened} />}
        </LateMenu>
      </div>
    </div>
  );
}
