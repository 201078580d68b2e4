import { Archive, SearchX, Trash2 } from 'lucide-react';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import type { ArticleFilter } from '@/lib/contract/article';
import { DeskPicture } from '@/app/_ui/desk-picture';
import { AddArticle } from './add-article/add-article';

export interface NoArticlesProps {
  readonly projectId: string;
  readonly shelf: ArticleFilter['shelf'];
  readonly q: string;
  readonly mayEdit: boolean;
}

const STEPS = [
  ['Add', 'the text of an article, by pasting it or from a file.'],
  ['Mark', 'what is wrong or worth checking, each with a tag, a correction and the evidence.'],
  ['Decide', 'on every mark, and send out the corrections report.'],
] as const;

const ICON = 'size-8';

/** An empty shelf says why it is empty; the first one of a project says how the work goes. */
export function NoArticles({ projectId, shelf, q, mayEdit }: NoArticlesProps) {
  if (q !== '') {
    return (
      <EmptyState
        title={`Nothing found for “${q}”`}
        picture={<SearchX aria-hidden className={ICON} strokeWidth={1.5} />}
        actions={<ButtonLink href={`/projects/${projectId}`}>Show all current articles</ButtonLink>}
      >
        <p>The search looks at titles and bylines on this shelf.</p>
      </EmptyState>
    );
  }
  if (shelf === 'archived') {
    return (
      <EmptyState
        title="The archive is empty"
        picture={<Archive aria-hidden className={ICON} strokeWidth={1.5} />}
      >
        <p>
          Articles that are done can be archived. They keep all their marks and can come back at any time.
        </p>
      </EmptyState>
    );
  }
  if (shelf === 'trash') {
    return (
      <EmptyState
        title="The trash is empty"
        picture={<Trash2 aria-hidden className={ICON} strokeWidth={1.5} />}
      >
        <p>What is moved here disappears from the lists. Nothing is ever deleted for good.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No articles yet"
      picture={<DeskPicture />}
      actions={mayEdit ? <AddArticle projectId={projectId} label="Add the first article" /> : undefined}
    >
      {mayEdit ? (
        <ol className="mt-3 space-y-2 text-left">
          {STEPS.map(([step, rest], index) => (
            <li key={step} className="flex gap-3">
              <span aria-hidden className="font-serif text-lg leading-6 text-accent">
                {index + 1}
              </span>
              <span>
                <strong className="text-ink">{step}</strong> {rest}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p>As soon as an editor adds an article, it appears here for you to read and mark.</p>
      )}
    </EmptyState>
  );
}
