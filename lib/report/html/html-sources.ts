import { RELATION_WORDS } from '@/lib/evidence/relations';
import type { Citation, Source } from '../report';
import { quotationWords, quotedLines, STANDING_WORDS } from '../wording';
import { htmlRowLinks } from './html-rows';
import { joinHtml, markup, quoteInline, write, type Html } from './markup';

/** The numbered list that the rows refer to; every entry leads back to the rows that cite it. */
export const htmlSources = (sources: readonly Source[]): Html => markup`<section>
<h2>Sources</h2>
<ol class="sources">
${joinHtml(sources.map(htmlSource), markup`\n`)}
</ol>
</section>`;

const htmlSource = (source: Source): Html => {
  const { number, url, standing, citations } = source;
  return markup`<li id="source-${number}"><b>${number}</b>${
    url === null ? write(STANDING_WORDS[standing]) : htmlLink(url)
  }
<ul>${groupCitations(citations).map(({ rows, citation }) => markup`<li>No. ${htmlRowLinks(rows)} · ${citation}</li>`)}${quotedLines(source).map(htmlQuoted)}</ul></li>`;
};

const htmlQuoted = ({ title, quotations }: ReturnType<typeof quotedLines>[number]): Html => {
  const name = title !== null && markup` · <bdi class="written">${write(title)}</bdi>`;
  return markup`<li>${htmlQuotations(quotations)}${name}</li>`;
};

/** What the other formats say, each number leading to its quotation. */
const htmlQuotations = (quotations: readonly number[]): Html =>
  joinHtml(
    quotationWords(quotations)
      .split(/(\d+)/)
      .map((piece, index) =>
        index % 2 === 0 ? write(piece) : markup`<a href="#quote-${Number(piece)}">${Number(piece)}</a>`,
      ),
    markup``,
  );

/** What is said of a source in the same words for several rows is said once. */
function groupCitations(
  citations: Source['citations'],
): readonly { readonly rows: readonly number[]; readonly citation: Html }[] {
  const groups = new Map<Html, number[]>();
  for (const { row, citation } of citations) {
    const said = htmlCitation(citation);
    const rows = groups.get(said);
    if (rows) rows.push(row);
    else groups.set(said, [row]);
  }
  return [...groups].map(([citation, rows]) => ({ rows, citation }));
}

const htmlCitation = ({ relation, locator, excerpt, note }: Citation): Html =>
  joinHtml(
    [
      write(RELATION_WORDS[relation]),
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
