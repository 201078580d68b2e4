import type { Row } from '../report';
import { historyLines, SECTION_TITLES } from '../wording';
import { linkToEntry } from './html-rows';
import { joinHtml, markup, quoteInline, write, type Html } from './markup';

/** What happened to the marks of each row. */
export const htmlHistory = (rows: readonly Row[]): Html => markup`<section>
<h2>${write(SECTION_TITLES.history)}</h2>
<ol class="sources">
${joinHtml(rows.map(htmlRowHistory), markup`\n`)}
</ol>
</section>`;

const htmlRowHistory = ({ number, marks }: Row): Html => {
  const lines = historyLines(marks).map(
    ({ when, who, what }) => markup`${write(when)} · ${quoteInline(who)} ${write(what)}`,
  );
  return markup`<li><b>${linkToEntry(number)}</b>${joinHtml(lines, markup`<br/>`)}</li>`;
};
