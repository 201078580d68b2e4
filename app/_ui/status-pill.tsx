import { Check, Circle, CircleDot, FileCheck2, Merge, Quote, X, type LucideIcon } from 'lucide-react';
import type { AnnotationStatus } from '@/lib/annotation/annotation';
import type { ArticleView } from '@/lib/contract/article';
import { cx } from './class-names';

interface Look {
  readonly icon: LucideIcon;
  readonly shade: string;
}

const OPEN: Look = { icon: Circle, shade: 'bg-(--status-open-soft) text-(--status-open)' };
const ACCEPTED: Look = { icon: Check, shade: 'bg-(--status-accepted-soft) text-(--status-accepted)' };

const LOOKS: Readonly<Record<AnnotationStatus, Look>> = {
  open: OPEN,
  accepted: ACCEPTED,
  rejected: { icon: X, shade: 'bg-(--status-rejected-soft) text-(--status-rejected)' },
  sic: { icon: Quote, shade: 'bg-(--status-sic-soft) text-(--status-sic)' },
  merged: { icon: Merge, shade: 'bg-(--status-merged-soft) text-(--status-merged)' },
};

const ARTICLE_LOOKS: Readonly<Record<ArticleView['status'], Look>> = {
  // Most articles of a list are open: that one keeps quiet.
  open: { icon: CircleDot, shade: 'border border-line text-muted' },
  decided: ACCEPTED,
  issued: { icon: FileCheck2, shade: 'bg-(--status-sic-soft) text-(--status-sic)' },
};

/** The status of a mark: its icon, its word and its shade. */
export const StatusPill = ({ status }: { readonly status: AnnotationStatus }) => (
  <Pill look={LOOKS[status]} word={status} />
);

/** The status of an article. */
export const ArticleStatusPill = ({ status }: { readonly status: ArticleView['status'] }) => (
  <Pill look={ARTICLE_LOOKS[status]} word={status} />
);

function Pill({ look: { icon: Icon, shade }, word }: { readonly look: Look; readonly word: string }) {
  return (
    <span
      className={cx(
        'inline-flex h-6 items-center gap-1.5 rounded-full px-2 text-xs font-semibold whitespace-nowrap forced-colors:border',
        shade,
      )}
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={2.5} />
      {word}
    </span>
  );
}
