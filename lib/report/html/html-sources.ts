import type { Citation, Source } from '../report';
import { joinHtml, markup, quoteInline, write, type Html } from './markup';

/** The numbered list that the rows refer to; every entry leads back to the rows that cite it. */
export const htmlSources = (sources: readonly Source[]): Html => markup`<section>
<h2>Sources</h2>
<ol class="sources">
${joinHtml(sources.map(htmlSource), markup`\n`)}
</ol>
</section>`;

const htmlSource = ({
  number,
  url,
  citations,
}: Source): Html => markup`<li id="source-${number}"><b>${number}</b>${
  url === null ? markup`Held by the desk` : htmlLink(url)
}
<ul>${citations.map(({ row, citation }) => markup`<li><a href="#no-${row}">No. ${row}</a> · ${htmlCitation(citation)}</li>`)}</ul></li>`;

const htmlCitation = ({ relation, locator, excerpt, note }: Citation): Html =>
  joinHtml(
    [
      write(relation),
      ...[locator, excerpt === null ? null : `“${excerpt}”`, note].flatMap((text) =>
        text === null ? [] : [markup`<bdi class="written">${write(text)}</bdi>`],
      ),
    ],
    markup` · `,
  );

/** Only http and https become links; they open beside the report and are told nothing of it. */
export const htmlLink = (url: string): Html =>
  /^https?:\/\//iu.test(url)
    ? markup`<a href="${write(url)}" target="_blank" rel="noopener noreferrer">${quoteInline(url)}</a>`
    : quoteInline(url);
