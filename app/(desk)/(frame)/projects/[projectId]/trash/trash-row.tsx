'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/app/_ui/button';
import { TagChip } from '@/app/_ui/tag-chip';
import { Time } from '@/app/_ui/time';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { TrashItem } from '@/lib/contract/history';
import type { ProjectActor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import type { Colour } from '@/lib/schema/tag-schema';

export interface TrashRowProps {
  readonly item: TrashItem;
  readonly colour: Colour;
  readonly me: Pick<ProjectActor, 'id' | 'role' | 'scope'>;
}

/** One thing in the trash: what, where, who put it there and when; and the way out, for whoever may. */
export function TrashRow({ item, colour, me }: TrashRowProps) {
  const router = useRouter();
  const { busy, call } = useCall();
  const name = item.kind === 'annotation' ? item.annotation.exact : item.article.title;
  async function restore(): Promise<void> {
    const answer = await call(
      item.kind === 'annotation'
        ? {
            method: 'POST',
            path: `/api/v1/annotations/${item.annotation.id}/restore`,
            revision: item.annotation.revision,
          }
        : { method: 'PATCH', path: `/api/v1/articles/${item.article.id}`, body: { trashed: false } },
    );
    if (!answer.ok) return notifyFailure(answer.failure);
    notifyDone(`Restored “${name.slice(0, 80)}”.`);
    router.refresh();
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5 text-sm">
      <div className="min-w-0 flex-1 basis-72">
        {item.kind === 'annotation' ? (
          <>
            <TagChip colour={colour} label={item.annotation.tagLabel} value={item.annotation.value} />
            <p className="mt-1 font-serif break-words">{item.annotation.exact}</p>
            <p className="text-[0.8125rem] text-muted">in {item.article.title}</p>
          </>
        ) : (
          <p className="font-serif text-base break-words">
            {item.article.title} <span className="font-sans text-[0.8125rem] text-muted">(article)</span>
          </p>
        )}
      </div>
      <p className="text-[0.8125rem] text-muted">
        {item.by.name}, <Time value={item.at} />
      </p>
      {mayRestore(item, me) ? (
        <Button size="small" busy={busy} aria-label={`Restore ${name}`} onClick={() => void restore()}>
          Restore
        </Button>
      ) : null}
    </li>
  );
}

const mayRestore = (item: TrashItem, me: TrashRowProps['me']): boolean =>
  item.kind === 'article'
    ? can.changeArticle(me)
    : can.changeMark(me, { authorId: item.annotation.author.id, status: item.annotation.status });
