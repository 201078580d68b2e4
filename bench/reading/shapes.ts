import { checkText, MARKED_TEXT } from '@/lib/text/check-text';
import { makeMarks, type MarkedWords } from './make-marks';
import { makeText } from './make-text';
import type { Random } from './random';

/** A text and marks that nobody would write, and that somebody will bring in. Plain numbers are code points. */
export interface Shape {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly MarkedWords[];
}

const MEGABYTE = 1_000_000;
const ACUTE = '\u0301';
const CIRCUMFLEX = '\u0302';

/** Texts that are taken in, and have to be usable. */
export function makeShapes(random: Random): readonly Shape[] {
  const page = makeText(random, 100_000);
  const book = makeText(random, MEGABYTE);
  const line = page.replaceAll('\n', ' ').slice(0, MARKED_TEXT.line);
  const letters = 'abcdefghij'.repeat(2_000).split('').join('\n');
  const accented = makeText(random, 350_000).replace(/[a-z]/g, (letter) => letter + CIRCUMFLEX + ACUTE);
  return [
    { name: '100 kB, 5,000 marks over one point', text: page, marks: overOnePoint(page, 5_000) },
    { name: '1 MB, 20,000 marks', text: book, marks: makeMarks(random, book, 20_000) },
    { name: '50 kB in one paragraph, 1,000 marks', text: line, marks: makeMarks(random, line, 1_000) },
    { name: '50 kB in one paragraph, 5,000 marks', text: line, marks: makeMarks(random, line, 5_000) },
    {
      name: '20,000 paragraphs of one character, 1,000 marks',
      text: letters,
      marks: makeMarks(random, letters, 1_000),
    },
    {
      name: `${accented.match(/\p{M}/gu)!.length.toLocaleString('en')} combining marks, two on each letter, 1,000 marks`,
      text: accented,
      marks: makeMarks(random, accented, 1_000),
    },
  ];
}

/** Texts that are not taken in, and the sentence that says so. */
export function refusedShapes(): readonly (readonly [name: string, sentence: string])[] {
  const texts = {
    '1 MB in one paragraph': 'word '.repeat(MEGABYTE / 5),
    '1 MB of paragraphs of one character': 'a\n'.repeat(MEGABYTE / 2),
    'a million combining marks': `a${ACUTE}`.repeat(MEGABYTE),
    '900,000 combining marks on one letter': `a${ACUTE.repeat(900_000)}`,
  };
  return Object.entries(texts).map(([name, text]) => {
    const checked = checkText(text);
    return [name, checked.ok ? 'taken in' : checked.failure.message];
  });
}

/** Marks that all hold the same character of the first paragraph, each of another length. */
function overOnePoint(text: string, count: number): readonly MarkedWords[] {
  const { length } = text.slice(0, text.indexOf('\n'));
  const point = Math.floor(length / 2);
  return Array.from({ length: count }, (_, at) => ({
    start: point - (at % point),
    end: point + 1 + (Math.floor(at / point) % (length - point - 1)),
  })).toSorted((a, b) => a.start - b.start || a.end - b.end);
}
