import Link from 'next/link';
import { SeverityLabel } from '@/app/_ui/severity';
import { StatusPill } from '@/app/_ui/status-pill';
import { TagChip, tagShades } from '@/app/_ui/tag-chip';
import { Time } from '@/app/_ui/time';
import type { MyMark } from '@/lib/contract/annotation';
import type { Colour } from '@/lib/schema/tag-schema';

export interface MarkItemProps {
  readonly mark: MyMark;
  readonly colour: Colour;
}

/** A mark in its sentence, its correction, and what was decided; the whole of it leads to its place on the desk. */
export function MarkItem({ mark, colour }: MarkItemProps) {
  return (
    <li className="relative border-b border-line py-5 has-[a:hover]:bg-hover sm:-mx-3 sm:px-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <TagChip colour={colour} label={mark.tagLabel} value={mark.value} />
        <SeverityLabel severity={mark.severity} />
        <span className="ml-auto">
          <StatusPill status={mark.status} />
        </span>
      </div>
      <p className="mt-2.5 max-w-[68ch] font-serif text-[1.0625rem] leading-relaxed break-words">
        <Link
          href={`/articles/${mark.article.id}#mark-${mark.id}`}
          className="rounded-sm after:absolute after:inset-0"
        >
          <Context>{openEnd(mark.prefix)}</Context>
          <span
            style={tagShades(colour)}
            className="border-b-2 border-(--tag-line) bg-(--tag-bg) box-decoration-clone forced-colors:bg-transparent"
          >
            {shorten(mark.exact)}
          </span>
          <Context>{openStart(mark.suffix)}</Context>
        </Link>
      </p>
      <Correction mark={mark} />
      {mark.note === null ? null : <p className="mt-1.5 max-w-prose text-sm break-words">{mark.note}</p>}
      <Verdict mark={mark} />
      <p className="mt-2.5 text-[0.8125rem] text-muted">
        {mark.article.title} · {mark.project.name} · <Time value={mark.updatedAt} />
      </p>
    </li>
  );
}

const Context = ({ children }: { readonly children: string }) => (
  <span className="text-muted">{children}</span>
);

/** Context is cut off in the middle of words: the torn one goes. */
const openEnd = (prefix: string): string => prefix.replaceAll('\n', ' ').replace(/^\S*\s/u, '… ');
const openStart = (suffix: string): string => suffix.replaceAll('\n', ' ').replace(/\s\S*$/u, ' …');

function Correction({ mark }: { readonly mark: MyMark }) {
  const decided = mark.status === 'accepted' ? (mark.decision?.correction ?? null) : null;
  const text = decided ?? mark.correction;
  if (text === null) return null;
  return (
    <p className="mt-1.5 max-w-[68ch] font-serif break-words">
      <del className="text-muted">{shorten(mark.exact)}</del> →{' '}
      {text === '' ? (
        <em className="text-muted">delete</em>
      ) : (
        <ins className="font-semibold no-underline">{text}</ins>
      )}
      {decided !== null && decided !== mark.correction ? (
        <span className="font-sans text-[0.8125rem] text-muted"> as the editor changed it</span>
      ) : null}
    </p>
  );
}

/** Who decided and why; of a mark that was changed since, what came before. */
function Verdict({ mark }: { readonly mark: MyMark }) {
  const { decision } = mark;
  if (decision === null) return null;
  const said = (
    <>
      <strong className="font-semibold">
        {mark.changedSinceDecision ? `Changed since it was ${decision.verdict}` : VERDICTS[decision.verdict]}
      </strong>{' '}
      by {decision.editor.name}, <Time value={decision.at} />
    </>
  );
  if (decision.reason === null) return <p className="mt-2 text-sm text-muted">{said}</p>;
  const shade = mark.status === 'rejected' ? 'border-danger bg-danger-soft' : 'border-line-strong bg-sunken';
  return (
    <div className={`mt-3 max-w-prose rounded-r-md border-l-3 px-3.5 py-2 text-sm ${shade}`}>
      <p>{said}</p>
      <p className="mt-0.5 break-words">{decision.reason}</p>
    </div>
  );
}

const VERDICTS: Readonly<Record<NonNullable<MyMark['decision']>['verdict'], string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  sic: 'Stands as in the source',
  merged: 'Merged into another mark',
  reopened: 'Opened again',
};

/** A long quotation by its beginning and its end. */
function shorten(text: string): string {
  const line = text.replaceAll('\n', ' ');
  const letters = [...line];
  return letters.length <= 320
    ? line
    : `${letters.slice(0, 220).join('')} […] ${letters.slice(-80).join('')}`;
}
