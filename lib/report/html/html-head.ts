import { SEVERITIES } from '@/lib/schema/tag-schema';
import type { Report } from '../report';
import { checkedWords, countWords, formatDay, standingWords } from '../wording';
import { htmlLink } from './html-sources';
import { htmlPeople } from './html-row';
import { joinHtml, markup, quoteInline, write, type Html } from './markup';

/** What the report is about, how far it goes, and who stands behind it. */
export const htmlHead = (report: Report): Html => markup`<header>
<p class="kicker"><b>Corrections report</b><span>${write(standingWords(report.head))}</span></p>
<h1 dir="auto">${write(report.head.article.title)}</h1>
<dl class="facts">
${joinHtml(factsOf(report), markup`\n`)}
</dl>
</header>`;

const PHASES = { before: 'before publication', after: 'after publication' } as const;

function factsOf({ head }: Report): readonly Html[] {
  const { article, version, reviewers, editors, issue } = head;
  const facts: readonly (readonly [label: string, value: Html | null])[] = [
    ['Project', quoteInline(article.project)],
    ['Byline', article.byline === null ? null : quoteInline(article.byline)],
    ['Address', article.url === null ? null : htmlLink(article.url)],
    ['Published', article.publishedAt === null ? null : write(formatDay(article.publishedAt))],
    ['Reviewed', article.phase && write(PHASES[article.phase])],
    ['Reviewers', reviewers.length > 0 ? htmlPeople(reviewers) : null],
    ['Decided by', editors.length > 0 ? htmlPeople(editors) : null],
    ['Prepared by', issue && quoteInline(issue.preparedBy)],
    ['Approved by', issue && quoteInline(issue.by.name)],
    ['Scope', quoteInline(head.scope)],
    ['Version', write(`${version.number} (${countWords(version.words, 'word')})`)],
    ['SHA-256 of its text', markup`<code>${write(version.sha256)}</code>`],
    ['Tag schema', write(`version ${head.schemaVersion}`)],
  ];
  return facts.flatMap(([label, value]) =>
    value === null ? [] : [markup`<dt>${write(label)}</dt><dd>${value}</dd>`],
  );
}

export function htmlSummary({ summary: { rows, marks, byTag, bySeverity, checked, leftOut } }: Report): Html {
  const figures: readonly (readonly [label: string, count: number])[] = [
    [rows === 1 ? 'finding' : 'findings', rows],
    [marks === 1 ? 'place' : 'places', marks],
    ...SEVERITIES.toReversed().map((severity) => [severity, bySeverity[severity]] as const),
  ];
  const others = Object.entries(leftOut).filter(([, count]) => count > 0);
  const tags = byTag.map(({ tag, count }) => markup`<li>${quoteInline(tag.label)}<b>${count}</b></li>`);
  const counts = figures.map(
    ([label, count]) => markup`<div><dt>${write(label)}</dt><dd>${count}</dd></div>`,
  );
  return markup`<section>
<h2>Summary</h2>
${
  rows === 0
    ? markup`<p>Nothing to report: no mark fits the scope.</p>`
    : markup`<dl class="figures">${counts}</dl>
<ul class="tags">${tags}</ul>`
}
${checked !== null && markup`<p>${write(checkedWords(checked))}</p>`}
${others.length > 0 && markup`<p class="quiet">Not in this report: ${write(others.map(([status, count]) => `${count} ${status}`).join(', '))}.</p>`}
</section>`;
}
