import { nextFrame } from './peer';

/** Runs in the desk's page before anything else: notices when highlights have changed, and how long that took. */
declare global {
  interface Window {
    watch: {
      /** Settles once the marks of the page have come in. */
      readonly marksGiven: Promise<void>;
      /** Settles once they are on the screen: milliseconds since they had come in. Never without marks. */
      readonly marksPainted: Promise<number>;
      /** Gets ready for the next key or press. */
      expectChange(): void;
      /** Milliseconds from the expected key or press until another number of marks is painted; not a number if never. */
      change: Promise<number> | null;
      /**
       * Where the first and the last letter of a word stand: of the first paragraph that has one, another one for each
       * number; where none has, of a paragraph and the one behind it.
       */
      endsOfWord(nth: number): { readonly from: Place; readonly to: Place };
    };
  }
}

/** In CSS pixels of the window. */
interface Place {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** The user timing that the desk leaves when its marks have come in. */
const GIVEN = 'galley:marks';
const PATIENCE = 60_000;

/** What is painted as marks, in numbers; overlays such as the hovered one do not count. */
const painted = (): string =>
  [...CSS.highlights]
    .filter(([name]) => /-\d$/.test(name))
    .map(([name, { size }]) => `${name} ${size}`)
    .concat(elements(), crowds())
    .join();

/** Where more marks than can be told apart lie over each other, one more or less shows as a number, and as the open one. */
function crowds(): readonly string[] {
  const numbers = [...document.querySelectorAll('[data-more]')].map((element) =>
    element.getAttribute('data-more')!,
  );
  return numbers.length === 0 ? [] : [...numbers, ...open()];
}

const open = (): readonly string[] =>
  [...(CSS.highlights.get('mark-active') ?? [])].map(
    ({ startOffset, endOffset }) => `open ${startOffset}–${endOffset}`,
  );

/** The same for marks that are elements of the text. */
const elements = (): readonly string[] =>
  [...document.querySelectorAll('#article-text [class^="mark-"]')].map(({ className }) => className);

async function untilMarksGiven(): Promise<void> {
  while (performance.getEntriesByName(GIVEN).length === 0) await nextFrame();
}

async function untilMarksPainted(): Promise<number> {
  while (painted() === '') await nextFrame();
  await nextFrame();
  return performance.now() - performance.getEntriesByName(GIVEN)[0]!.startTime;
}

async function nextChange(): Promise<number> {
  const before = painted();
  const started = await new Promise<number>((resolve) => {
    const note = (event: Event): void => resolve(event.timeStamp);
    for (const kind of ['keydown', 'click']) addEventListener(kind, note, { capture: true, once: true });
  });
  do await nextFrame();
  while (painted() === before && performance.now() - started < PATIENCE);
  if (painted() === before) return Number.NaN;
  await nextFrame();
  return performance.now() - started;
}

/** Of the letter at that UTF-16 unit of a paragraph, which may be cut into elements. */
function placeOf(paragraph: Element, unit: number): Place {
  const range = document.createRange();
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = unit;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left < node.length) {
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      break;
    }
    left -= node.length;
  }
  const box = range.getBoundingClientRect();
  return { left: box.left, right: box.right, middle: (box.top + box.bottom) / 2 };
}

window.watch = {
  marksGiven: untilMarksGiven(),
  marksPainted: untilMarksPainted(),
  change: null,
  expectChange() {
    this.change = nextChange();
  },
  endsOfWord(nth) {
    const paragraphs = [...document.querySelectorAll('#article-text p')];
    const from = 20 + nth * 60;
    for (const paragraph of paragraphs) {
      const found = /(?:[A-Za-z]\p{M}*){3,}/u.exec(paragraph.textContent.slice(from));
      if (!found) continue;
      const start = from + found.index;
      return { from: placeOf(paragraph, start), to: placeOf(paragraph, start + found[0].length - 1) };
    }
    return { from: placeOf(paragraphs[2 * nth]!, 0), to: placeOf(paragraphs[2 * nth + 1]!, 0) };
  },
};
