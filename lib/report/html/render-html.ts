import { lossesOf } from '../find-losses';
import { SECTIONS, type Notice, type Report, type Row, type Section } from '../report';
import { NOTICE_WORDS, SECTION_TITLES, signatures } from '../wording';
import { htmlHead, htmlSummary } from './html-head';
import { embedSchemaOrg } from '../render-schema-org';
import { headingsOf, htmlRow } from './html-row';
import { htmlHistory } from './html-history';
import { htmlQuotes } from './html-quotes';
import { htmlRowLinks } from './html-rows';
import { htmlSources } from './html-sources';
import { joinHtml, markup, quoteInline, write, type Html } from './markup';
import { STYLE } from './style';

/** What a saved report may do wherever it is opened: show itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The report as one HTML file that needs nothing else, prints well and runs no script. It is written so that an XML
 * reader can take it too. With `embed` it holds its data for machines as well; what is only looked at or printed goes
 * without.
 */
export function renderHtml(report: Report, { embed }: { readonly embed: boolean } = { embed: true }): string {
  const { head, notices, rows, quotes, sources, options } = report;
  const parts = [
    htmlSummary(report),
    ...(notices.length > 0 ? [htmlNotices(report)] : []),
    ...SECTIONS.flatMap((section) => htmlSection(section, rows)),
    ...(quotes === null ? [] : [htmlQuotes(quotes)]),
    ...(sources.length > 0 ? [htmlSources(sources)] : []),
    ...(options.sections.includes('history') && rows.length > 0 ? [htmlHistory(rows)] : []),
    htmlSignOff(report),
  ];
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${write(POLICY)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<meta name="generator" content="Galley"/>
<title>${write(`Corrections report: ${head.article.title}`)}</title>
<style>${STYLE}</style>
${
  embed &&
  markup`<script type="application/ld+json">${embedSchemaOrg(report) as Html}</script>
`
}</head>
<body>
${htmlHead(report)}
<main>
${joinHtml(parts, markup`\n`)}
</main>
${htmlColophon(report)}
</body>
</html>
`;
}

const htmlNotices = ({ head, notices }: Report): Html => markup`<section>
<h2>Notices</h2>
${head.issue === null && markup`<p class="quiet">Drafts, to be read before they are published.</p>`}
${joinHtml(notices.map(htmlNotice), markup`\n`)}
</section>`;

const htmlNotice = ({ type, text, rows }: Notice): Html => {
  return markup`<div class="notice"><p class="written" dir="auto">${write(text)}</p><p class="label">${write(NOTICE_WORDS[type])}${rows.length > 0 && markup` · no. ${htmlRowLinks(rows)}`}</p></div>`;
};

function htmlSection(section: Section, rows: readonly Row[]): readonly Html[] {
  const inside = rows.filter((row) => row.section === section);
  if (inside.length === 0) return [];
  const [no, text, reads, what] = headingsOf(section).map(write);
  return [
    markup`<section>
<h2>${write(SECTION_TITLES[section])}</h2>
<table>
<thead><tr><th scope="col" class="c-no">${no}</th><th scope="col">${text}</th><th scope="col" class="c-reads">${reads}</th><th scope="col" class="c-what">${what}</th></tr></thead>
<tbody>
${inside.map(htmlRow)}</tbody>
</table>
</section>`,
  ];
}

/** Lines to sign on, on paper and on screens. */
const htmlSignOff = ({ head }: Report): Html => markup`<section>
<h2>Sign-off</h2>
<dl class="signatures">
${signatures(head).map(([label, name]) => markup`<div><dt>${write(label)}</dt><dd>${quoteInline(name)}</dd><dt>Date</dt><dd></dd></div>\n`)}</dl>
</section>`;

function htmlColophon(report: Report): Html {
  const sentences = [
    `Positions are counted in Unicode code points of version ${report.head.version.number}.`,
    ...lossesOf(report, 'html'),
  ];
  return markup`<footer class="colophon"><p>${write(sentences.join(' '))}</p></footer>`;
}
