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
    };
  }
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

window.watch = {
  marksGiven: untilMarksGiven(),
  marksPainted: untilMarksPainted(),
  change: null,
  expectChange() {
    this.change = nextChange();
  },
};
