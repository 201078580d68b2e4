import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Footer,
  Header,
  InsertedTextRun,
  PageNumber,
  Paragraph,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { lossesOf } from '@/lib/report/find-losses';
import type { Report, ReportMark } from '@/lib/report/report';
import { trackChanges, type TrackedParagraph, type TrackedRun } from '@/lib/report/tracked-changes';
import { formatTime } from '@/lib/report/wording';
import { describeComment } from './docx-comment';
import { attributeText, runChildren, runsRightToLeft } from './docx-text';
import { packDocx, type DocxFrame, type DocxPiece } from './pack-docx';

/** Who made a change, as Word shows it. */
interface Hand {
  readonly author: string;
  readonly date: string;
}

/**
 * The article as a Word document with the accepted corrections as tracked changes and a comment for each mark.
 * Its paragraphs are the lines of the text and nothing else. The same report gives the same bytes. Throws where
 * collisions stand in the way: see `Report.changes`.
 */
export async function renderTrackedDocx(report: Report): Promise<Uint8Array> {
  const { head, rows, changes: plan, text } = report;
  if (!plan.changes) throw new Error('Corrections collide: they cannot all be tracked in one text');
  const placed = rows.flatMap((row) => row.marks.map((mark) => ({ row, mark })));
  const marks = placed.map(({ mark }) => mark);
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const hands = plan.changes.map(({ markIds: [id] }) => handOf(id === undefined ? undefined : byId.get(id)));
  const ids = numbersFrom(marks.length);
  const title = attributeText(head.article.title);
  const links = new Map(report.sources.map(({ number, url }) => [number, url]));
  const frame: DocxFrame = {
    title,
    creator: 'Galley',
    lastModifiedBy: 'Galley',
    description: attributeText(lossesOf(report, 'docx-tracked').join(' ')),
    features: { trackRevisions: true },
    styles: STYLES,
    section: {
      properties: { page: { margin: { top: 1418, bottom: 1418, left: 1418, right: 1418 } } },
      headers: {
        default: new Header({
          children: [
            small([`${title} · version ${head.version.number}, corrections as of ${formatTime(head.asOf)}`]),
          ],
        }),
      },
      footers: {
        default: new Footer({ children: [small([PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES])] }),
      },
    },
  };
  const paragraphs = trackChanges(text, plan.changes, marks);
  const count = Math.max(paragraphs.length, placed.length);
  // Word finds a comment by its number, wherever in its list it stands.
  const pieces = Array.from({ length: Math.max(1, Math.ceil(count / AT_ONCE)) }, (_, at): DocxPiece => {
    const [from, to] = [at * AT_ONCE, (at + 1) * AT_ONCE];
    return {
      children: () => paragraphs.slice(from, to).map((paragraph) => describeParagraph(paragraph, hands, ids)),
      comments: () =>
        placed.slice(from, to).map(({ row, mark }, index) => describeComment(from + index, row, mark, links)),
    };
  });
  return packDocx(frame, pieces, head.asOf);
}

/** Paragraphs, and comments, that are built at once. */
const AT_ONCE = 200;

const STYLES = {
  default: {
    document: {
      run: { font: 'Georgia', size: 23 },
      paragraph: { spacing: { line: 320, after: 0 } },
    },
    hyperlink: { run: { color: '1a4f8b', underline: {} } },
  },
} as const;

const small = (children: NonNullable<IRunOptions['children']>): Paragraph =>
  new Paragraph({ children: [new TextRun({ children, size: 16, color: '595959', font: 'Arial' })] });

/** A change is the hand of whoever worded it: the editor where the editor changed the correction, else the reviewer. */
function handOf(mark: ReportMark | undefined): Hand {
  if (!mark) throw new Error('A change belongs to no mark of the report');
  const { decision, reviewer, createdAt } = mark;
  const [person, date] = decision?.amended ? [decision.editor, decision.at] : [reviewer, createdAt];
  return { author: attributeText(person.name), date };
}

/** Numbers no two elements share: changes go on where the comments end. */
function numbersFrom(first: number): () => number {
  let next = first;
  return () => next++;
}

function describeParagraph(
  { runs, end }: TrackedParagraph,
  hands: readonly Hand[],
  id: () => number,
): Paragraph {
  const words = runs.map((run) => ('text' in run ? run.text : '')).join('');
  const revision = end.kind === 'kept' ? null : { id: id(), ...hands[end.change]! };
  return new Paragraph({
    children: runs.flatMap((run) => describeRun(run, hands, id)),
    ...(runsRightToLeft(words) ? { bidirectional: true } : {}),
    ...(revision ? { run: end.kind === 'deleted' ? { deletion: revision } : { insertion: revision } } : {}),
  });
}

function describeRun(run: TrackedRun, hands: readonly Hand[], id: () => number): ParagraphChild[] {
  switch (run.kind) {
    case 'kept':
      return [new TextRun({ children: runChildren(run.text) })];
    case 'deleted':
      return [new DeletedTextRun({ id: id(), ...hands[run.change]!, children: runChildren(run.text) })];
    case 'inserted':
      return [new InsertedTextRun({ id: id(), ...hands[run.change]!, children: runChildren(run.text) })];
    case 'comment-start':
      return [new CommentRangeStart(run.comment)];
    case 'comment-end':
      return [
        new CommentRangeEnd(run.comment),
        new TextRun({ children: [new CommentReference(run.comment)] }),
      ];
  }
}
