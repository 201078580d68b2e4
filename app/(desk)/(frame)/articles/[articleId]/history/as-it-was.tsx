import Link from 'next/link';
import { EmptyState } from '@/app/_ui/empty-state';
import { StatusPill } from '@/app/_ui/status-pill';
import { TagChip, tagShades } from '@/app/_ui/tag-chip';
import { Time } from '@/app/_ui/time';
import { piecesOf } from '@/lib/annotation/pieces';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { PastView } from '@/lib/contract/history';
import { tagByKey } from '@/lib/schema/find-tag';
import type { Colour, TagSchema } from '@/lib/schema/tag-schema';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { paragraphsOf } from '@/lib/text/paragraphs';

export interface AsItWasProps {
  readonly articleId: string;
  readonly text: string;
  readonly schema: TagSchema;
  readonly past: PastView | null;
}

/** The article with its marks as they were right after an event; to be read only. */
export function AsItWas({ articleId, text, schema, past }: AsItWasProps) {
  if (past === null)
    return (
      <EmptyState title="Choose a moment">
        “As it was then” shows the article with the marks it had right after that event.
      </EmptyState>
    );
  const { event, items } = past;
  const colourOf = (mark: AnnotationView): Colour => tagByKey(schema, mark.tag)?.colour ?? 'slate';
  return (
    <section aria-label="The article as it was" className="min-w-0">
      <p className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 rounded-lg border border-line bg-sheet px-4 py-3 text-sm">
        <span>
          As it was on <Time value={event.at} form="full" />, after event {event.seq}:{' '}
          {items.length === 1 ? '1 mark' : `${items.length} marks`}. It cannot be changed here.
        </span>
        <Link className="link font-medium" href={`/articles/${articleId}`}>
          Back to now
        </Link>
      </p>
      <PastText text={text} marks={items} colourOf={colourOf} />
      <h2 className="headline mt-8 mb-3 text-lg">Marks then</h2>
      {items.length === 0 ? <p className="text-muted">There were none.</p> : null}
      <ol className="divide-y divide-line">
        {items.map((mark) => (
          <li key={mark.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2.5 text-sm">
            <TagChip colour={colourOf(mark)} label={mark.tagLabel} value={mark.value} />
            <span className="min-w-0 font-serif break-words">
              {mark.exact}
              {mark.correction === null
                ? null
                : ` → ${mark.correction === '' ? '(delete)' : mark.correction}`}
            </span>
            <span className="ml-auto flex items-center gap-3 text-muted">
              {mark.author.name}
              <StatusPill status={mark.status} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface PastTextProps {
  readonly text: string;
  readonly marks: readonly AnnotationView[];
  readonly colourOf: (mark: AnnotationView) => Colour;
}

/** Nothing happens to a past any more, so here the text may be cut where its marks begin and end. */
function PastText({ text: value, marks, colourOf }: PastTextProps) {
  const text = createArticleText(value);
  return (
    <div className="max-w-[68ch] space-y-4 font-serif text-[1.0625rem] leading-relaxed" translate="no">
      {paragraphsOf(text).map((paragraph) => (
        <p key={paragraph.number} dir="auto" className="break-words">
          {piecesOf(paragraph, marks).map(({ span, marks: over }) => {
            const inner = over.at(-1);
            const words = sliceText(text, span);
            return inner === undefined ? (
              words
            ) : (
              <mark
                key={span.start}
                style={tagShades(colourOf(inner))}
                className="border-b-2 border-(--tag-line) bg-(--tag-bg) box-decoration-clone text-ink"
                title={over.map(({ tagLabel }) => tagLabel).join(', ')}
              >
                {words}
              </mark>
            );
          })}
        </p>
      ))}
    </div>
  );
}
