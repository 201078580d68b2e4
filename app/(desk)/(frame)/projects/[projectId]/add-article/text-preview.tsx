import type { DraftText } from './draft-text';

/** How the text will stand on the desk, with its paragraph numbers, and how much of it there is. */
export function TextPreview({ draft }: { readonly draft: DraftText }) {
  return (
    <section aria-label="Preview" className="flex min-h-40 flex-col lg:min-h-0">
      <h3 className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4 text-sm font-medium">
        Preview
        <span role="status" className="text-[0.8125rem] font-normal text-muted tabular-nums">
          {draft.kind === 'fine'
            ? `${say(draft.paragraphs, 'paragraph')} · ${draft.exact ? '' : 'about '}${say(draft.words, 'word')} · ${say(draft.characters, 'character')}`
            : null}
        </span>
      </h3>
      <div
        tabIndex={0}
        role="group"
        aria-label="The text as it will stand"
        className="max-h-96 min-h-40 flex-1 overflow-y-auto rounded-md border border-line bg-sheet px-4 py-3 lg:max-h-[34rem]"
      >
        {draft.kind === 'fine' ? (
          <div className="space-y-2.5 font-serif text-[0.9375rem] leading-relaxed">
            {draft.opening.map((paragraph) => (
              <p key={paragraph.number} className="flex gap-3">
                <span
                  aria-hidden
                  className="w-6 shrink-0 pt-px text-right font-sans text-xs leading-6 text-faint tabular-nums select-none"
                >
                  {paragraph.number}
                </span>
                <span className="min-w-0 break-words">{paragraph.text}</span>
              </p>
            ))}
            {draft.paragraphs > draft.opening.length ? (
              <p className="pl-9 font-sans text-[0.8125rem] text-muted">
                … and {say(draft.paragraphs - draft.opening.length, 'more paragraph')}
              </p>
            ) : null}
          </div>
        ) : (
          <p className="py-10 text-center text-sm text-muted">
            {draft.kind === 'none'
              ? 'The text appears here as it will stand.'
              : 'There is nothing to show yet.'}
          </p>
        )}
      </div>
    </section>
  );
}

const say = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
