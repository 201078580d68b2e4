import { tagByKey } from '@/lib/schema/find-tag';
import type { NoticeType } from '@/lib/schema/tag-schema';
import { createArticleText } from '@/lib/text/article-text';
import { sliceText, type ArticleText } from '@/lib/text/article-text';
import { countWords } from '@/lib/text/words';
import { checkedQuotes } from './check-quotes';
import { describeScope } from './describe-scope';
import { draftNotices } from './draft-notices';
import { namePeople, type NamedPeople } from './name-people';
import { numberSources } from './number-sources';
import { contextOf, placeOf } from './place';
import { planChanges } from './plan-changes';
import { isDecision } from './history-facts';
import type { HistoryEntry, MarkDecision, PersonLabel, Report, ReportHead, ReportMark, Row } from './report';
import type { Issue, ReportAnnotation, ReportInput } from './report-input';
import { byPosition, correctionOf, sectionOf, selectRows } from './select-marks';
import { summarise } from './summarise';

/**
 * The corrections report of one version as one value: what the options let through, in rows, with places, numbered
 * sources, notices and the plan of changes to the text. Pure: the same input gives the same report. Throws where the
 * input contradicts itself (a mark that does not say what it marks, a person without a name).
 */
export function buildReport(input: ReportInput): Report {
  const { annotations, options, schema, version } = input;
  const text = createArticleText(version.text);
  const inside = annotations.filter((mark) => sectionOf(mark, options) !== null).toSorted(byPosition);
  const people = namePeople(input, inside);
  const list = numberSources(people.contributor);
  const merged = mergedInto(annotations);
  const history = historyOf(input, people);
  const rows = selectRows(inside, options).map(({ section, annotations: repeats }, index): Row => {
    const number = index + 1;
    const describe = (annotation: ReportAnnotation): ReportMark => ({
      ...describeMark(annotation, text, people),
      tag: { key: annotation.tag, label: tagByKey(schema, annotation.tag)?.label ?? annotation.tag },
      noticeType: noticeTypeOf(annotation, input),
      evidence: list.cite(number, annotation),
      mergedIds: merged.get(annotation.id) ?? [],
      history: history && (history.get(annotation.id) ?? []),
    });
    const [first, ...others] = repeats;
    if (!first) throw new Error('A row holds no marks');
    return { number, section, marks: [describe(first), ...others.map(describe)] };
  });
  const quotes = checkedQuotes(input, inside, text, list);
  const changes = planChanges(
    rows.flatMap(({ marks }) => marks),
    options.overlap,
  );
  const told = rows.map((row) => sayWhatGaveWay(row, new Set(changes.leftOut)));
  return {
    head: describeHead(input, text, people, inside),
    summary: summarise(input, rows, text),
    notices: draftNotices(told, input),
    rows: told,
    sources: list.sources(),
    quotes,
    changes,
    text,
    options,
  };
}

/** The same row, its marks told apart by whether their corrections are made: nobody is told of one that is not. */
function sayWhatGaveWay(row: Row, leftOut: ReadonlySet<string>): Row {
  const [first, ...others] = row.marks;
  const say = (mark: ReportMark): ReportMark =>
    leftOut.has(mark.id) ? { ...mark, gaveWay: true, noticeType: null } : mark;
  return { ...row, marks: [say(first), ...others.map(say)] };
}

/** What a correction has to be published as; nothing that was corrected before publication has. */
function noticeTypeOf(
  { status, tag }: ReportAnnotation,
  { article, schema }: ReportInput,
): NoticeType | null {
  if (status !== 'accepted' || article.phase === 'before') return null;
  return tagByKey(schema, tag)?.noticeTypes[0] ?? null;
}

function describeMark(
  annotation: ReportAnnotation,
  text: ArticleText,
  people: NamedPeople,
): Omit<ReportMark, 'tag' | 'noticeType' | 'evidence' | 'mergedIds' | 'history'> {
  const { start, end, exact } = annotation;
  if (sliceText(text, { start, end }) !== exact) {
    throw new Error(`The mark ${annotation.id} does not say what stands at ${start} to ${end}`);
  }
  return {
    id: annotation.id,
    start,
    end,
    place: placeOf(text, { start, end }),
    context: contextOf(text, { start, end }),
    exact,
    value: annotation.value,
    state: annotation.state,
    severity: annotation.severity,
    status: annotation.status,
    note: annotation.note,
    proposed: annotation.correction,
    shouldRead: correctionOf(annotation),
    reviewer: people.reviewer(annotation.authorId),
    createdAt: annotation.createdAt,
    decision: describeDecision(annotation, people),
    changedSinceDecision:
      annotation.status === 'open' &&
      annotation.decision !== null &&
      annotation.decision.verdict !== 'reopened',
    gaveWay: false,
    relatedId: annotation.relatedId,
    origin: annotation.origin,
  };
}

function describeDecision(annotation: ReportAnnotation, people: NamedPeople): MarkDecision | null {
  const { decision, status, correction } = annotation;
  if (status === 'open' || !decision || decision.verdict === 'reopened') return null;
  return {
    verdict: decision.verdict,
    editor: people.editor(decision.editorId),
    at: decision.at,
    reason: decision.reason,
    amended: decision.correction !== null && decision.correction !== correction,
  };
}

function mergedInto(annotations: readonly ReportAnnotation[]): ReadonlyMap<string, readonly string[]> {
  const merged = new Map<string, string[]>();
  for (const { id, status, decision } of annotations.toSorted(byPosition)) {
    if (status !== 'merged' || !decision?.intoId) continue;
    merged.set(decision.intoId, [...(merged.get(decision.intoId) ?? []), id]);
  }
  return merged;
}

/** What happened to each mark; null where the options do not ask for it. */
function historyOf(
  { history = [], annotations, options }: ReportInput,
  people: NamedPeople,
): ReadonlyMap<string, readonly HistoryEntry[]> | null {
  if (!options.sections.includes('history')) return null;
  const authors = new Map(annotations.map(({ id, authorId }) => [id, authorId]));
  const entries = new Map<string, HistoryEntry[]>();
  for (const { markId, at, personId, deed, fields } of history) {
    const by = isDecision(deed)
      ? people.editor(personId)
      : personId === authors.get(markId)
        ? people.reviewer(personId)
        : people.contributor(personId);
    const entry: HistoryEntry = { at, by, deed, fields };
    const known = entries.get(markId);
    if (known) known.push(entry);
    else entries.set(markId, [entry]);
  }
  return entries;
}

function describeHead(
  { article, version, schema, asOf, options, issue }: ReportInput,
  text: ArticleText,
  people: NamedPeople,
  marks: readonly ReportAnnotation[],
): ReportHead {
  const { id, number, sha256 } = version;
  const decided = marks.filter(({ status, decision }) => status !== 'open' && decision);
  const marked = new Set(marks.map(({ authorId }) => authorId));
  return {
    article,
    version: { id, number, sha256, length: text.length, words: countWords(text) },
    schemaVersion: schema.version,
    asOf,
    reviewers: distinct(marks.map(({ authorId }) => people.reviewer(authorId))),
    editors: distinct(
      decided.flatMap(({ decision }) => (decision ? [people.editor(decision.editorId)] : [])),
    ),
    issue: issue ? describeIssue(issue, people) : null,
    scope: describeScope(options, schema, (person) => (marked.has(person) ? people.reviewer(person) : null)),
  };
}

const describeIssue = ({ byId, ...issue }: Issue, people: NamedPeople): ReportHead['issue'] => ({
  ...issue,
  by: people.editor(byId),
});

/** Two people may share a name, so ids tell them apart where there are any. */
const distinct = (people: readonly PersonLabel[]): readonly PersonLabel[] => [
  ...new Map(people.map((person) => [person.id ?? person.name, person])).values(),
];
