import { runEnd, runStart } from '../nearby';
import type { Finding, Rule } from '../suggestion';

const BEFORE_MARK = /(?<=\S)[ \t\u00a0\u202f]+([,.;:!?)\]])(?=[\s"”’)]|$)/gu;
const AFTER_OPENING = /(?:[([]|“(?<!„[^“\n]{0,400}“)|‘(?<!‚[^‘\n]{0,400}‘))[ \t\u00a0]+(?=[\p{L}\p{N}])/gu;
const DOUBLED = /(?<=[\p{L}\p{N},;])[ \u00a0]{2,}(?=[\p{L}\p{N}(“"])/gu;

/** Lines with more doubled spaces than this are set in columns. */
const COLUMNS = 2;

/** Spaces before a stop, behind an opening bracket, and two where one belongs. French spaces its high marks on purpose. */
export const straySpace: Rule = {
  id: 'stray-space',
  version: 2,
  tag: 'punct',
  on: true,
  *find({ value }): Generator<Finding> {
    const highMarks = isFrench(value) ? ',.)]' : ',.;:!?)]';
    for (const { 0: gap, 1: mark, index } of value.matchAll(BEFORE_MARK)) {
      if (!highMarks.includes(mark!) || /[.…([]/u.test(value.charAt(index - 1))) continue;
      const from = runStart(value, index);
      yield spacing(
        from,
        index + gap.length,
        value.slice(from, index) + mark!,
        `There is a space before “${mark}”.`,
      );
    }
    for (const { 0: opening, index } of value.matchAll(AFTER_OPENING)) {
      const to = runEnd(value, index + opening.length);
      const mark = opening[0]!;
      yield spacing(
        index,
        to,
        mark + value.slice(index + opening.length, to),
        `There is a space behind “${mark}”.`,
      );
    }
    yield* findDoubled(value);
  },
};

function* findDoubled(value: string): Generator<Finding> {
  let line = -1;
  let waiting: Finding[] = [];
  for (const { 0: gap, index } of value.matchAll(DOUBLED)) {
    const here = value.lastIndexOf('\n', index);
    if (here !== line) {
      if (waiting.length <= COLUMNS) yield* waiting;
      [line, waiting] = [here, []];
    }
    // Columns need not be kept in mind one by one.
    if (waiting.length > COLUMNS) continue;
    const from = runStart(value, index);
    const to = runEnd(value, index + gap.length);
    const correction = `${value.slice(from, index)} ${value.slice(index + gap.length, to)}`;
    waiting.push(spacing(from, to, correction, 'There are two spaces where one belongs.'));
  }
  if (waiting.length <= COLUMNS) yield* waiting;
}

const spacing = (from: number, to: number, correction: string, message: string): Finding => ({
  from,
  to,
  value: 'spacing',
  correction,
  message,
  confidence: 'high',
});

function isFrench(value: string): boolean {
  const spaced = value.match(/\p{L}[ \u00a0\u202f][;:!?»]/gu)?.length ?? 0;
  const close = value.match(/\p{L}[;:!?](?=\s)/gu)?.length ?? 0;
  return spaced > 1 && spaced > close;
}
