'use client';

import { Archive, ArchiveRestore, Ellipsis, Pencil, Trash2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AvatarStack } from '@/app/_ui/avatar';
import { IconButton } from '@/app/_ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/app/_ui/menu';
import { ArticleStatusPill } from '@/app/_ui/status-pill';
import { WhileComing } from '@/app/_ui/tab-links';
import { Cell, Row } from '@/app/_ui/table';
import { Time } from '@/app/_ui/time';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { ArticleChange, ArticleView } from '@/lib/contract/article';
import { EditFacts } from './edit-facts';

export interface ArticleRowProps {
  readonly article: ArticleView;
  readonly mayEdit: boolean;
  readonly onChanged: (article: ArticleView) => void;
}

const ICON = 'size-4 text-muted';

export function ArticleRow({ article, mayEdit, onChanged }: ArticleRowProps) {
  const { counts } = article;
  return (
    <Row className="relative">
      <Cell>
        <Link
          href={`/articles/${article.id}`}
          className="rounded-sm font-serif text-[1.0625rem] leading-snug font-semibold break-words after:absolute after:inset-0 hover:text-accent"
        >
          <WhileComing>{article.title}</WhileComing>
        </Link>
        <FactsLine article={article} />
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted md:hidden">
          <span className="sm:hidden">
            <ArticleStatusPill status={article.status} />
          </span>
          <span>{counts.marks === 0 ? 'no marks' : `${counts.open} open, ${counts.accepted} accepted`}</span>
          <span className="sm:hidden">
            <Time value={article.updatedAt} />
          </span>
        </p>
      </Cell>
      <Cell className="hidden sm:table-cell">
        <ArticleStatusPill status={article.status} />
      </Cell>
      <Count value={counts.marks} />
      <Count value={counts.open} strong />
      <Count value={counts.accepted} />
      <Cell className="hidden lg:table-cell">
        <AvatarStack people={article.people} />
      </Cell>
      <Cell className="hidden text-muted sm:table-cell">
        <Time value={article.updatedAt} />
      </Cell>
      <Cell className="relative z-1 !py-2 text-right">
        {mayEdit ? <RowMenu article={article} onChanged={onChanged} /> : null}
      </Cell>
    </Row>
  );
}

function FactsLine({ article }: { readonly article: ArticleView }) {
  const parts = [
    article.byline,
    article.publishedAt === null ? null : <Time key="date" value={article.publishedAt} form="date" />,
    article.phase === 'before' ? 'before publication' : null,
    article.url === null ? null : new URL(article.url).host,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <p className="mt-0.5 text-[0.8125rem] text-muted">
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 ? ' · ' : ''}
          {part}
        </span>
      ))}
    </p>
  );
}

function Count({ value, strong = false }: { readonly value: number; readonly strong?: boolean }) {
  const shade = value === 0 ? 'text-faint' : strong ? 'font-semibold text-accent' : '';
  return (
    <Cell className={`hidden text-right tabular-nums md:table-cell ${shade}`}>
      {value.toLocaleString('en')}
    </Cell>
  );
}

function RowMenu({ article, onChanged }: Omit<ArticleRowProps, 'mayEdit'>) {
  const router = useRouter();
  const { call } = useCall();
  const [editing, setEditing] = useState(false);

  async function change(edit: ArticleChange, done: string, back: ArticleChange | null): Promise<void> {
    const answer = await call<ArticleView>({
      method: 'PATCH',
      path: `/api/v1/articles/${article.id}`,
      body: edit,
    });
    if (!answer.ok) return notifyFailure(answer.failure);
    onChanged(answer.value);
    router.refresh();
    notifyDone(done, back === null ? undefined : { run: () => void change(back, 'Undone', null) });
  }

  const name = `“${shorten(article.title)}”`;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`More for ${article.title}`}>
            <Ellipsis aria-hidden className="size-4.5" />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil aria-hidden className={ICON} />} onSelect={() => setEditing(true)}>
          Edit facts…
        </MenuItem>
        <MenuSeparator />
        {article.trashed ? (
          <MenuItem
            icon={<Undo2 aria-hidden className={ICON} />}
            onSelect={() => void change({ trashed: false }, `${name} is out of the trash`, { trashed: true })}
          >
            Take out of the trash
          </MenuItem>
        ) : (
          <>
            {article.archived ? (
              <MenuItem
                icon={<ArchiveRestore aria-hidden className={ICON} />}
                onSelect={() =>
                  void change({ archived: false }, `${name} is current again`, { archived: true })
                }
              >
                Take out of the archive
              </MenuItem>
            ) : (
              <MenuItem
                icon={<Archive aria-hidden className={ICON} />}
                onSelect={() => void change({ archived: true }, `${name} is archived`, { archived: false })}
              >
                Archive
              </MenuItem>
            )}
            <MenuItem
              icon={<Trash2 aria-hidden className="size-4" />}
              danger
              onSelect={() => void change({ trashed: true }, `${name} is in the trash`, { trashed: false })}
            >
              Move to the trash
            </MenuItem>
          </>
        )}
      </Menu>
      {editing ? (
        <EditFacts
          article={article}
          onClose={() => setEditing(false)}
          onSaved={(changed) => {
            setEditing(false);
            onChanged(changed);
          }}
        />
      ) : null}
    </>
  );
}

const shorten = (title: string): string => (title.length > 60 ? `${title.slice(0, 58).trimEnd()}…` : title);
