import type { Quotation } from './quotation';

const DOUBLE = /["“”„‟＂]/gu;
const ANGLE = /[«»]/gu;
const BEFORE_OPENING = /(?:^|[\s([{—–-])$/u;

/**
 * The words of a source as they stand inside a quotation: its quotation marks of the same kind become those of a
 * quotation within one, and those without a partner are left out, so that they do not end what they stand in.
 */
export function nestMarks(said: string, { family, opening }: Quotation): string {
  if (family === 'double') return nest(said, DOUBLE, opening === '"' ? ["'", "'"] : ['‘', '’']);
  return family === 'angle' ? nest(said, ANGLE, ['“', '”']) : said;
}

function nest(said: string, marks: RegExp, [open, close]: readonly [string, string]): string {
  const pairs = new Map<number, string>();
  let opened: number | null = null;
  for (const { index } of said.matchAll(marks)) {
    if (BEFORE_OPENING.test(said.slice(0, index))) opened = index;
    else if (opened !== null) {
      pairs.set(opened, open).set(index, close);
      opened = null;
    }
  }
  return said.replace(marks, (_, index: number) => pairs.get(index) ?? '');
}
