import type { PreparedReport } from '@/lib/commands/issue-report';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { NewReport } from '@/lib/contract/issued-report';
import type { Actor } from '@/lib/policy/actor';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import type { ReportInput } from '@/lib/report/report-input';
import { ok } from '@/lib/result';
import { readReportInput } from './read-report-input';
import { reportsOf } from '@/lib/store/reports';
import { collectFiles } from './make-files';
import type { FileListener } from './render-files';
import { sha256Of } from './render-zip';

/**
 * A report as it would be issued now: its input with the next number, and every format's bytes. Colliding corrections
 * stand in the way (`corrections-collide`), and so does what has changed since the draft that was looked at
 * (`stale-revision`); a format that cannot be made does not. Called off, it lacks some of them.
 */
export async function prepareReport(
  actor: Actor,
  articleId: string,
  asked: NewReport,
  now: Date,
  listener: Pick<FileListener, 'onFault'> & Partial<FileListener>,
  signal?: AbortSignal,
): Promise<Outcome<PreparedReport>> {
  const read = await readReportInput(actor, articleId, asked);
  if (!read.ok) return read;
  if (asked.asOf !== undefined && asked.asOf !== read.value.asOf) return changedSince(read.value.asOf);
  const before = await reportsOf(actor, articleId);
  if (!before.ok) return before;
  const last = before.value.items[0]?.number ?? null;
  const input: PreparedReport['input'] = {
    ...read.value,
    people: withIssuer(read.value.people, actor),
    wording: asked.notices,
    issue: {
      number: (last ?? 0) + 1,
      at: now.toISOString(),
      byId: actor.id,
      preparedBy: asked.preparedBy ?? actor.name,
      supersedes: last,
    },
  };
  // The corrected text is made in no time, and says whether corrections collide before anything long begins.
  const text = await collectFiles(input, ['txt'], { onFault: listener.onFault }, signal);
  if (!text.ok) return text;
  const [first] = text.value;
  if (first && !first.outcome.ok && first.outcome.failure.code === 'corrections-collide') {
    return first.outcome;
  }
  const files = await collectFiles(input, [...REPORT_FORMAT_KEYS, 'public'], listener, signal);
  if (!files.ok) return files;
  return ok({
    input,
    files: files.value.map(({ format, outcome }) => ({
      format,
      bytes: outcome.ok ? outcome.value : null,
      sha256: outcome.ok ? sha256Of(outcome.value) : null,
      failure: outcome.ok ? null : outcome.failure.detail,
    })),
  });
}

/** Nobody signs what they have not seen. */
const changedSince = (asOf: string): Outcome<never> =>
  failure(
    'stale-revision',
    'The article or its marks have changed since this report was looked at. Look again, and issue it then.',
    {
      current: { asOf },
    },
  );

const withIssuer = (people: ReportInput['people'], { id, name }: Actor): ReportInput['people'] =>
  people.some((person) => person.id === id) ? people : [...people, { id, name }];
