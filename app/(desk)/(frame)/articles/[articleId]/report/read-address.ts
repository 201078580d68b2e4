import { ReportQuery } from '@/lib/contract/report';

/** What a page's address may say. */
export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** The report that an address asks for; whatever it says wrongly counts as not said. */
export function readAddress(search: Search): ReportQuery {
  const said = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]): [string, string][] =>
      name in ReportQuery.shape && name !== 'format' && value !== undefined
        ? [[name, typeof value === 'string' ? value : value.join(',')]]
        : [],
    ),
  );
  const read = ReportQuery.safeParse({ ...said, format: 'html' });
  if (read.success) return read.data;
  const wrong = new Set(read.error.issues.map(({ path: [field] }) => field));
  const right = Object.fromEntries(Object.entries(said).filter(([name]) => !wrong.has(name)));
  return ReportQuery.parse({ ...right, format: 'html' });
}
