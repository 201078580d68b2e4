import { ArrowLeft, LayoutGrid } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { z } from 'zod';
import { PageHead } from '@/app/_ui/page-head';
import { SkeletonLines } from '@/app/_ui/skeleton';
import { Time } from '@/app/_ui/time';
import type { ArticleView } from '@/lib/contract/article';
import { readReportOptions, type ReportQuery } from '@/lib/contract/report';
import { buildReport } from '@/lib/report/build-report';
import { findBlockers } from '@/lib/report/find-blockers';
import { lossesOf } from '@/lib/report/find-losses';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import type { Report } from '@/lib/report/report';
import type { ReportFacts } from '@/lib/report/report-input';
import { isLong } from '@/lib/render/is-long';
import { issuingOf, lastExportOf } from '@/lib/store/exports';
import { reportInputFor } from '@/lib/store/report-input';
import { articleFor } from '@/lib/store/articles';
import { projectFor } from '@/lib/store/projects';
import { reportsOf } from '@/lib/store/reports';
import { settings } from '@/lib/settings';
import type { Actor, ProjectActor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { actorAt, currentActor, found } from '../../../../arrive';
import { BlockerList } from './blocker-list';
import { DownloadBar } from './download-bar';
import { countChoices } from './count-choices';
import { IssuedList } from './issued-list';
import { IssuePanel } from './issue-panel';
import { OptionsForm } from './options-form';
import { Preview } from './preview';
import { readAddress, type Search } from './read-address';

interface Props {
  readonly params: Promise<{ readonly articleId: string }>;
  readonly searchParams: Promise<Search>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { articleId } = await params;
  const actor = await currentActor();
  if (actor === null || !z.uuid().safeParse(articleId).success) return {};
  const article = await articleFor(actor, articleId);
  return article.ok ? { title: `Report: ${article.value.title}` } : {};
}

/** The corrections report as it would go out: what stands in its way, its formats, and a preview beside the choices. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { articleId } = await params;
  const actor = await actorAt(`/articles/${articleId}/report`);
  if (!z.uuid().safeParse(articleId).success) notFound();
  const article = found(await articleFor(actor, articleId));
  const project = found(await projectFor(actor, article.projectId));
  const asked = readAddress(await searchParams);
  return (
    <>
      <nav
        data-wide
        aria-label="The way back"
        className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm font-medium text-muted"
      >
        <Link href={`/articles/${articleId}`} className="inline-flex items-center gap-1.5 hover:text-ink">
          <ArrowLeft aria-hidden className="size-4" />
          Back to the desk
        </Link>
        <Link href={`/projects/${project.id}`} className="inline-flex items-center gap-1.5 hover:text-ink">
          <LayoutGrid aria-hidden className="size-4" />
          <bdi>{project.name}</bdi>
        </Link>
      </nav>
      <Suspense fallback={<SkeletonLines label="Making the report" />}>
        <Draft actor={actor} article={article} role={project.role} asked={asked} />
      </Suspense>
    </>
  );
}

interface DraftProps {
  readonly actor: Actor;
  readonly article: ArticleView;
  readonly role: ProjectActor['role'];
  readonly asked: ReportQuery;
}

async function Draft({ actor, article, role, asked }: DraftProps) {
  const articleId = article.id;
  const facts = found(await reportInputFor(actor, articleId));
  const { items: reports } = found(await reportsOf(actor, articleId));
  const mayIssue = can.issueReport({ ...actor, role });
  const { query, report } = draft(facts, asked);
  const blockers = findBlockers(facts, report);
  return (
    <>
      <PageHead title="Corrections report">
        <p>
          <bdi className="font-medium text-ink">{facts.article.title}</bdi>, version {facts.version.number}. A
          draft as things stood <Time value={facts.asOf} />.
        </p>
      </PageHead>
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[19rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] xl:grid-cols-[24rem_minmax(0,1fr)]">
        <div className="min-w-0 space-y-5">
          <BlockerList articleId={articleId} query={query} blockers={blockers} />
          <DownloadBar
            articleId={articleId}
            query={query}
            blocked={report.changes.changes === null}
            long={isLong(facts)}
            known={await lastExportOf(actor, articleId)}
            losses={REPORT_FORMAT_KEYS.map((format) => ({ format, losses: lossesOf(report, format) }))}
          />
          <OptionsForm query={query} choices={countChoices(facts)} />
        </div>
        <Preview articleId={articleId} query={query} version={facts.asOf} />
        <div className="min-w-0 space-y-5">
          <IssuePanel
            articleId={articleId}
            query={query}
            drafts={report.notices}
            next={(reports[0]?.number ?? 0) + 1}
            publicNumbers={reports
              .filter(({ publicToken }) => publicToken !== null)
              .map(({ number }) => number)
              .toReversed()}
            editorName={actor.name}
            mayIssue={mayIssue}
            undecided={blockers.undecided.length}
            gaveWay={blockers.gaveWay.length}
            asOf={facts.asOf}
            known={mayIssue ? await issuingOf(actor, articleId) : null}
            blocked={
              report.changes.changes === null ? 'Settle the colliding corrections before it is issued.' : null
            }
          />
          <IssuedList reports={reports} mayPublish={mayIssue} origin={settings().origin} />
        </div>
      </div>
    </>
  );
}

/** The report that is asked for; a tag of the address that the schema does not have counts as not said. */
function draft(facts: ReportFacts, asked: ReportQuery): { query: ReportQuery; report: Report } {
  const options = readReportOptions(asked, facts.schema);
  if (!options.ok) return draft(facts, { ...asked, tags: undefined });
  const tags = options.value.tags === null ? undefined : [...options.value.tags];
  return { query: { ...asked, tags }, report: buildReport({ ...facts, options: options.value }) };
}
