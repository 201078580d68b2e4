import { ExternalHyperlink, Paragraph, TextRun, type ICommentOptions, type ParagraphChild } from 'docx';
import { RELATION_WORDS } from '@/lib/evidence/relations';
import type { ReportMark, Row } from '@/lib/report/report';
import {
  capitalise,
  formatDay,
  GAVE_WAY_WORDS,
  NOTICE_WORDS,
  tagWords,
  VERDICT_WORDS,
} from '@/lib/report/wording';
import { attributeText, runChildren, runsRightToLeft } from './docx-text';

/** What a mark says in the margin: tag and value, correction, why, on what evidence, who decided; `links` by number of source. */
export function describeComment(
  id: number,
  { number }: Row,
  mark: ReportMark,
  links: ReadonlyMap<number, string | null>,
): ICommentOptions {
  const { reviewer, createdAt, decision, note, state, severity, noticeType } = mark;
  return {
    id,
    author: attributeText(reviewer.name),
    initials: initialsOf(reviewer.name),
    date: new Date(createdAt),
    children: [
      line([bold(`${number}. ${tagWords(mark)}`)]),
      ...correctionLines(mark),
      ...(mark.gaveWay ? [line([bold(GAVE_WAY_WORDS)])] : []),
      ...(state === null ? [] : [line([quiet('State: '), plain(state)])]),
      ...(note === null ? [] : writtenLines('', note)),
      ...mark.evidence.map(({ source, relation, locator, excerpt, note: words }) =>
        line([
          quiet(`Evidence ${source} (${RELATION_WORDS[relation]}): `),
          ...linkTo(links.get(source) ?? null),
          plain(
            [locator, excerpt === null ? null : `“${excerpt}”`, words]
              .filter((part) => part !== null)
              .join(' · '),
          ),
        ]),
      ),
      ...(decision
        ? writtenLines(
            `${capitalise(VERDICT_WORDS[decision.verdict])} by ${decision.editor.name}, ${formatDay(decision.at)}${decision.reason === null ? '' : ': '}`,
            decision.reason ?? '',
          )
        : []),
      ...(mark.changedSinceDecision ? [line([quiet('Changed since it was decided')])] : []),
      line([
        quiet(
          [severity, noticeType && `notice: ${NOTICE_WORDS[noticeType].toLowerCase()}`, `mark ${mark.id}`]
            .filter(Boolean)
            .join(' · '),
        ),
      ]),
    ],
  };
}

function correctionLines({ exact, proposed, shouldRead, status }: ReportMark): Paragraph[] {
  const wording = (label: string, text: string): Paragraph[] =>
    text === '' ? writtenLines(`${label}: delete `, `“${exact}”`) : writtenLines(`${label}: `, text);
  const decided = status !== 'open' && shouldRead !== null;
  return [
    ...(decided ? wording('Should read', shouldRead) : []),
    ...(proposed !== null && (!decided || proposed !== shouldRead) ? wording('Proposed', proposed) : []),
  ];
}

/** A label and a text that may have several lines, each a paragraph of its own. */
const writtenLines = (label: string, text: string): Paragraph[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map((words, index) =>
      line([...(index === 0 && label !== '' ? [quiet(label)] : []), plain(words)], words),
    );

const line = (children: ParagraphChild[], words = ''): Paragraph =>
  new Paragraph({ children, ...(runsRightToLeft(words) ? { bidirectional: true } : {}) });

const SIZE = 18;
const plain = (text: string): TextRun =>
  new TextRun({ children: runChildren(text.replace(/[\r\n]+/gu, ' ')), size: SIZE });
const bold = (text: string): TextRun =>
  new TextRun({ children: runChildren(text.replace(/[\r\n]+/gu, ' ')), bold: true, size: SIZE });
const quiet = (text: string): TextRun =>
  new TextRun({ children: runChildren(text.replace(/[\r\n]+/gu, ' ')), color: '595959', size: SIZE });

/** Only http and https become links. */
function linkTo(url: string | null): ParagraphChild[] {
  if (url === null) return [];
  const text = [new TextRun({ children: runChildren(url), style: 'Hyperlink', size: SIZE })];
  const shown = /^https?:\/\//iu.test(url)
    ? new ExternalHyperlink({ link: attributeText(url), children: text })
    : text[0]!;
  return [shown, plain(' ')];
}

const initialsOf = (name: string): string =>
  attributeText(name)
    .split(' ')
    .flatMap((word) => [...word].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? [])
    .join('')
    .slice(0, 6);
