import Link from 'next/link';
import { Time } from '@/app/_ui/time';
import type { LoggedCorrection } from '@/lib/report/log/logged-correction';
import { tagWords } from '@/lib/report/wording';

/** The corrections of a page of the log, under the report that issued them. */
export function LogList({ entries }: { readonly entries: readonly LoggedCorrection[] }) {
  const reports = new Map<string, LoggedCorrection[]>();
  for (const entry of entries) {
    const issued = reports.get(entry.report.id);
    if (issued) issued.push(entry);
    else reports.set(entry.report.id, [entry]);
  }
  return (
    <ol className="space-y-8">
      {[...reports].map(([id, [first, ...others]]) =>
        first === undefined ? null : (
          <li key={id}>
            <h2 className="headline text-lg">
              <Link className="link" href={`/articles/${first.article.id}/report`}>
                <bdi>{first.article.title}</bdi>
              </Link>
            </h2>
            <p className="mt-0.5 mb-2.5 text-sm text-muted">
              Report {first.report.number}, issued <Time value={first.report.issuedAt} />
              {first.article.byline === null ? null : (
                <>
                  {' '}
                  · <bdi>{first.article.byline}</bdi>
                </>
              )}
            </p>
            <ol className="divide-y divide-line border-y border-line">
              {[first, ...others].map((entry) => (
                <li key={entry.id} className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_14rem]">
                  <Change entry={entry} />
                  <p className="text-sm text-muted">
                    <bdi>{tagWords(entry)}</bdi>
                    <span className="block">
                      no. {entry.number} · {entry.severity} · <bdi>{entry.author.name}</bdi>
                    </span>
                  </p>
                </li>
              ))}
            </ol>
          </li>
        ),
      )}
    </ol>
  );
}

function Change({ entry: { asPrinted, shouldRead } }: { readonly entry: LoggedCorrection }) {
  return (
    <p className="min-w-0 break-words whitespace-pre-wrap" dir="auto">
      {shouldRead === null ? (
        asPrinted
      ) : (
        <>
          <del className="text-muted">{asPrinted}</del>
          {shouldRead === '' ? null : (
            <>
              {' '}
              <span aria-hidden>→</span> <ins className="font-medium no-underline">{shouldRead}</ins>
            </>
          )}
        </>
      )}
    </p>
  );
}
