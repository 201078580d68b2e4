import { diffWords } from '../word-diff';
import type { MarkDecision, PersonLabel, ReportMark, Row, Section } from '../report';
import { capitalise, formatDay, GAVE_WAY_WORDS, NOTICE_WORDS, placeWords, VERDICT_WORDS } from '../wording';
import { joinHtml, markup, quoteInline, write, type Html } from './markup';

/** The headings of a section's table; the third column of quotations says who speaks. */
export const headingsOf = (
  section: Section,
): readonly [no: string, text: string, reads: string, what: string] =>
  section === 'quotes'
    ? ['No.', 'Quotation', 'Speaker or document', 'Finding']
    : ['No.', 'In the text', 'Should read', 'What and why'];

/** One finding as a table row that can be linked to as `#no-N`. */
export function htmlRow({ number, section, marks }: Row): Html {
  const [mark] = marks;
  const [, text, reads, what] = headingsOf(section).map(write);
  const severity = write(mark.severity);
  return markup`<tr id="no-${number}">
<th scope="row"><b class="no">${number}</b><span class="severity s-${severity}">${severity}</span></th>
<td data-label="${text}">${marks.map((place) => htmlPassage(place, section))}</td>
<td class="reads" data-label="${reads}">${section === 'quotes' ? htmlSpeaker(mark) : htmlCorrection(mark)}</td>
<td data-label="${what}">${htmlFinding(section, marks)}</td>
</tr>
`;
}

function htmlPassage({ id, place, context, shouldRead, gaveWay }: ReportMark, section: Section): Html {
  const { before, marked, after, cutBefore, cutAfter } = context;
  const passage =
    section === 'quotes'
      ? write(marked)
      : markup`${cutBefore && markup`…`}${write(before)}<mark>${htmlPrinted(marked, shouldRead)}</mark>${write(after)}${cutAfter && markup`…`}`;
  return markup`<p class="place" data-mark="${write(id)}">${write(capitalise(placeWords(place)))}</p>
<blockquote class="written" dir="auto">${passage}</blockquote>${gaveWay && markup`<p class="gave-way">${write(GAVE_WAY_WORDS)}</p>`}`;
}

/** The words that the correction takes out are told apart. */
const htmlPrinted = (exact: string, shouldRead: string | null): Html =>
  shouldRead === null
    ? write(exact)
    : markup`${diffWords(exact, shouldRead).map((part) =>
        part.kind === 'kept'
          ? write(part.text)
          : part.removed !== '' && markup`<del>${write(part.removed)}</del>`,
      )}`;

const htmlSpeaker = ({ value }: ReportMark): Html =>
  value === null ? markup`<p class="label">not named</p>` : htmlWritten(value);

/** What the mark would have printed, and beside it what the reviewer proposed where that is something else. */
function htmlCorrection({ exact, proposed, shouldRead, status }: ReportMark): Html {
  if (shouldRead === null && proposed === null) return markup`<p class="label">no correction</p>`;
  const decided = status === 'open' || shouldRead === null ? null : htmlReplacement(exact, shouldRead);
  const differs = proposed !== null && (decided === null || proposed !== shouldRead);
  return markup`${decided}${differs && markup`<div class="proposed"><p class="label">proposed by the reviewer</p>${htmlReplacement(exact, proposed)}</div>`}`;
}

/** The words that a correction brings in are told apart; what it keeps is plain. */
const htmlReplacement = (exact: string, replacement: string): Html =>
  replacement === ''
    ? markup`<p class="label">delete</p><p class="written" dir="auto"><del>${write(exact)}</del></p>`
    : markup`<p class="written" dir="auto">${diffWords(exact, replacement).map((part) =>
        part.kind === 'kept'
          ? write(part.text)
          : part.added !== '' && markup`<ins>${write(part.added)}</ins>`,
      )}</p>`;

function htmlFinding(section: Section, marks: Row['marks']): Html {
  const [mark] = marks;
  const value = mark.value !== null && section !== 'quotes' && markup`: ${quoteInline(mark.value)}`;
  const sources = [...new Set(marks.flatMap(({ evidence }) => evidence.map(({ source }) => source)))];
  const links = sources.map((source) => markup`<a href="#source-${source}">${source}</a>`);
  // One paragraph for all of them: a long report has thousands, and each is a node of the page and of the PDF's tags.
  const facts = [
    mark.state !== null && markup`State: ${quoteInline(mark.state)}`,
    links.length > 0 && markup`Evidence ${joinHtml(links, markup`, `)}`,
    markup`Marked by ${htmlPeople(marks.map(({ reviewer }) => reviewer))}`,
    ...decisionsOf(marks).map(htmlDecision),
    mark.changedSinceDecision && markup`Changed since it was decided`,
    mark.noticeType && markup`Notice: ${write(NOTICE_WORDS[mark.noticeType].toLowerCase())}`,
  ].filter((fact) => fact !== false && fact !== null);
  return joinHtml(
    [
      markup`<p class="what">${write(mark.tag.label)}${value}</p>`,
      ...distinct(marks.flatMap(({ note }) => note ?? [])).map(htmlWritten),
      markup`<p class="meta">${joinHtml(facts, markup` · `)}</p>`,
    ],
    markup`\n`,
  );
}

/** A paragraph that somebody wrote, as it was written. */
const htmlWritten = (text: string): Html => markup`<p class="written" dir="auto">${write(text)}</p>`;

const htmlDecision = ({ verdict, editor, at, reason }: MarkDecision): Html => {
  const why = reason !== null && markup`: <bdi class="written">${write(reason)}</bdi>`;
  return markup`${write(capitalise(VERDICT_WORDS[verdict]))} by ${quoteInline(editor.name)}, ${write(formatDay(at))}${why}`;
};

/** The repeats of one error were often decided at one go; that is said once. */
const decisionsOf = (marks: Row['marks']): readonly MarkDecision[] => {
  const said = marks.flatMap(({ decision }) => decision ?? []);
  const keyOf = ({ editor, at, reason }: MarkDecision): string =>
    JSON.stringify([editor, formatDay(at), reason]);
  return [...new Map(said.map((decision) => [keyOf(decision), decision])).values()];
};

/** `A`, `A and B`, `A, B and C`; each name once. */
export function htmlPeople(people: readonly PersonLabel[]): Html {
  const names = distinct(people.map(({ name }) => name)).map(quoteInline);
  const last = names.at(-1) ?? markup``;
  return names.length < 2 ? last : markup`${joinHtml(names.slice(0, -1), markup`, `)} and ${last}`;
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];
