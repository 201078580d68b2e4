import type { QuoteFinding, QuotedSource } from '../report';
import { capitalise, placeWords, quotedSourceWords, quoteWords, SECTION_TITLES } from '../wording';
import { htmlLink } from './html-sources';
import { markup, quoteInline, write, type Html } from './markup';

/** The quotations beside their sources, word by word. */
export const htmlQuotes = (quotes: readonly QuoteFinding[]): Html => markup`<section>
<h2>${write(SECTION_TITLES['quote-check'])}</h2>
${
  quotes.length === 0
    ? markup`<p>The article quotes nobody.</p>`
    : markup`<p class="quiet">Struck out: printed, and not in the source. Underlined: what the source has.</p>
<table>
<thead><tr><th scope="col" class="c-no">No.</th><th scope="col">Quotation</th><th scope="col" class="c-reads">Source</th><th scope="col" class="c-what">Finding</th></tr></thead>
<tbody>
${quotes.map(htmlQuote)}</tbody>
</table>`
}
</section>`;

const htmlQuote = (quote: QuoteFinding): Html => markup`<tr id="quote-${quote.number}">
<th scope="row"><b class="no">${quote.number}</b></th>
<td data-label="Quotation"><p class="place">${write(capitalise(placeWords(quote.place)))}</p>
<blockquote class="written" dir="auto">${htmlCompared(quote)}</blockquote></td>
<td data-label="Source">${quote.source === null ? markup`<p class="label">none</p>` : htmlQuotedSource(quote.source)}</td>
<td data-label="Finding"><p class="what">${write(quoteWords(quote))}</p>${quote.speaker !== null && markup`<p class="meta">Speaker or document: ${quoteInline(quote.speaker)}</p>`}</td>
</tr>
`;

const htmlCompared = ({ diff }: QuoteFinding): Html =>
  markup`${diff.map((part) =>
    part.kind === 'kept'
      ? write(part.text)
      : markup`${part.removed !== '' && markup`<del>${write(part.removed)}</del>`}${part.added !== '' && markup`<ins>${write(part.added)}</ins>`}`,
  )}`;

const htmlQuotedSource = (source: QuotedSource): Html => {
  const address = source.url !== null && markup`<p class="meta">${htmlLink(source.url)}</p>`;
  return markup`<p>${quoteInline(quotedSourceWords(source))} (<a href="#source-${source.number}">${source.number}</a>)</p>${address}`;
};
