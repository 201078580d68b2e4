import { issueReport, type PreparedReport } from '@/lib/commands/issue-report';
import { publishReport } from '@/lib/commands/publish-report';
import { NewReport, type ReportView } from '@/lib/contract/issued-report';
import { readReportOptions } from '@/lib/contract/report';
import { newId } from '@/lib/ids';
import { reportInputFor } from '@/lib/store/report-input';
import { createHash } from 'node:crypto';
import type { BuiltArticle } from './article';
import { valueOf } from './value-of';

const context = (): { operationId: string; now: Date } => ({ operationId: newId(), now: new Date() });

/** The first report of an article, issued with one format that was made and one that was not, and a public address. */
export async function buildPublishedReport({ id, project }: BuiltArticle): Promise<ReportView> {
  const { editor } = project;
  const facts = valueOf(await reportInputFor(editor, id));
  const asked = NewReport.parse({ overlap: 'outermost' });
  const { now, operationId } = context();
  const issue = {
    number: 1,
    at: now.toISOString(),
    byId: editor.id,
    preparedBy: editor.name,
    supersedes: null,
  };
  const input = { ...facts, options: valueOf(readReportOptions(asked, facts.schema)), wording: [], issue };
  const bytes = Buffer.from('\\N\0 😀 bytes that are no text: \u0001', 'utf8');
  const files: PreparedReport['files'] = [
    { format: 'csv', bytes, sha256: createHash('sha256').update(bytes).digest('hex'), failure: null },
    { format: 'pdf', bytes: null, sha256: null, failure: 'There is no Chromium.' },
  ];
  const issued = valueOf(await issueReport(editor, id, asked, { input, files }, { operationId, now }));
  return valueOf(await publishReport(editor, issued.id, context()));
}
