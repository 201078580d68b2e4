import type { FieldChange } from '@/lib/history/changes-of';
import { diffByWords } from './word-diff';

/** What changed, field by field; texts by words. Told in words and by strokes, never by colour alone. */
export function ChangeList({ changes }: { readonly changes: readonly FieldChange[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-[0.8125rem]">
      {changes.map(({ field, before, after }, index) => (
        <div key={`${field}-${index}`} className="contents">
          <dt className="text-muted">{field}</dt>
          <dd className="min-w-0 font-serif break-words whitespace-pre-wrap">
            <Change before={before} after={after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Change({ before, after }: Omit<FieldChange, 'field'>) {
  if (before === null) return <ins className="no-underline">{say(after)}</ins>;
  if (after === null || after === '' || before === '')
    return (
      <>
        <del className="text-danger">{say(before)}</del> → <ins className="no-underline">{say(after)}</ins>
      </>
    );
  return diffByWords(before, after).map(({ kind, text }, index) =>
    kind === 'gone' ? (
      <del key={index} className="text-danger">
        {text}
      </del>
    ) : kind === 'new' ? (
      <ins key={index} className="ml-px text-ok decoration-2">
        {text}
      </ins>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}

/** An empty text is one that deletes; none at all is another matter. */
const say = (text: string | null): string => (text === null ? 'none' : text === '' ? '(delete)' : text);
