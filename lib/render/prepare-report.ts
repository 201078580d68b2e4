import type { PreparedReport } from '@/lib/commands/issue-report';
import type { Outcome } from '@/lib/contract/failure';
import type { NewReport } from '@/lib/contract/issued-report';
import { readReportOptions } from '@/lib/contract/report';
import type { Actor } from '@/lib/policy/actor';
import { buildReport } from '@/lib/report/build-report';
import { renderHtml } from '@/lib/report/html/render-html';
import type { ReportInput } from '@/lib/report/report-input';
import { withoutInternals } from '@/lib/report/without-internals';
import { ok } from '@/lib/result';
import { reportInputFor } from '@/lib/store/report-input';
import { reportsOf } from '@/lib/store/reports';
import { collide, renderFiles, type OnFault } from './render-report';
import { renderZip, sha256Of } from './render-zip';

/**
 * A report as it would be issued now: its input with the next number, and every format's bytes. Colliding corrections
 * stand in the way (`corrections-collide`); a format that cannot be made does not.
 */
export async function prepareReport(
  actor: Actor,
  articleId: string,
  asked: NewReport,
  now: Date,
  onFault: OnFault,
): Promise<Outcome<PreparedReport>> {
  const facts = await reportInputFor(actor, articleId);
  if (!facts.ok) return facts;
  const before = await reportsOf(actor, articleId);
  if (!before.ok) return before;
  const options = readReportOptions(asked, facts.value.schema);
  if (!options.ok) return options;
  const last = before.value.items[0]?.number ?? null;
  const input: PreparedReport['input'] = {
    ...facts.value,
    people: withIssuer(facts.value.people, actor),
    options: options.value,
    wording: asked.notices,
    issue: {
      number: (last ?? 0) + 1,
      at: now.toISOString(),
      byId: actor.id,
      preparedBy: asked.preparedBy ?? actor.name,
      supersedes: last,
    },
  };
  const report = buildReport(input);
  if (report.changes.changes === null) return collide(report);
  const files = await renderFiles(report, onFault);
  const { title } = facts.value.article;
  const zip = renderZip(title, report.head.asOf, files);
  const shown = new TextEncoder().encode(renderHtml(buildReport(withoutInternals(input)), { embed: false }));
  return ok({
    input,
    files: [
      ...files,
      { format: 'zip', bytes: zip, failure: null },
      { format: 'public', bytes: shown, failure: null },
    ].map(({ format, bytes, failure }) => ({
      format,
      bytes,
      sha256: bytes === null ? null : sha256Of(bytes),
      failure,
    })),
  });
}

const withIssuer = (people: ReportInput['people'], { id, name }: Actor): ReportInput['people'] =>
  people.some((person) => person.id === id) ? people : [...people, { id, name }];
