'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Button, ButtonLink } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { ArticleView } from '@/lib/contract/article';

export interface SameTextProps {
  readonly article: ArticleView;
  readonly onClose: () => void;
}

/** The article is stored, and another one has the very same text: keep both, or take this one back. */
export function SameText({ article, onClose }: SameTextProps) {
  const router = useRouter();
  const { busy, call } = useCall();

  async function takeBack(): Promise<void> {
    const path = `/api/v1/articles/${article.id}`;
    const answer = await call<ArticleView>({ method: 'PATCH', path, body: { trashed: true } });
    if (!answer.ok) return notifyFailure(answer.failure);
    onClose();
    router.refresh();
    notifyDone('The new article is in the trash');
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="This text is already here"
      description="The article was added, but the project has the same text already, character for character."
      footer={
        <>
          <Button look="quiet" busy={busy} onClick={() => void takeBack()}>
            Move the new one to the trash
          </Button>
          <ButtonLink look="primary" href={`/articles/${article.id}`}>
            Keep both and open
          </ButtonLink>
        </>
      }
    >
      <ul className="divide-y divide-line border-y border-line">
        {article.sameText?.map((other) => (
          <li key={other.id} className="py-2.5">
            <Link href={`/articles/${other.id}`} className="link font-serif font-semibold">
              {other.title}
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
