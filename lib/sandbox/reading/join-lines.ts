/** A line as it stands on a page; measures in the page's own unit, from below and from the left. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Of its letters. */
  readonly height: number;
}

/**
 * Paragraphs from the lines of pages. A page breaks its text into lines and says nothing of paragraphs, so they are told by
 * eye: by space above, another size of letters, an indent, or a line that ends early with the sentence. A paragraph goes on
 * over the page where its last line has not ended one.
 */
export function joinLines(pages: readonly (readonly PageLine[])[]): string {
  const paragraphs: string[] = [];
  for (const page of pages) {
    const lines = page.filter(({ text }) => text.trim() !== '');
    const gap = usualGap(lines);
    const edge = Math.max(0, ...lines.map(({ right }) => right));
    lines.forEach((line, at) => {
      const above = lines[at - 1];
      const last = paragraphs.at(-1);
      const goesOn = above === undefined ? continues(last, line) : !breaks(above, line, gap, edge);
      if (last === undefined || !goesOn) paragraphs.push(line.text.trim());
      else paragraphs[paragraphs.length - 1] = joinTwo(last, line.text.trim());
    });
  }
  return paragraphs.join('\n\n');
}

const ENDED = /[.!?:…][”"’'»“)\]]*$/u;

const continues = (last: string | undefined, { text }: PageLine): boolean =>
  last !== undefined && !ENDED.test(last) && /^\p{Ll}/u.test(text.trim());

function breaks(above: PageLine, line: PageLine, gap: number, edge: number): boolean {
  const down = above.base - line.base;
  // Another column, or something that stands beside.
  if (down < 0 || down > gap * 1.35) return true;
  if (Math.abs(above.height - line.height) > 0.15 * Math.max(above.height, line.height)) return true;
  if (line.left - above.left > line.height) return true;
  return ENDED.test(above.text.trim()) && edge - above.right > 4 * line.height;
}

/** The distance that most lines keep; with too few of them to tell, what is usual for letters of their size. */
function usualGap(lines: readonly PageLine[]): number {
  const gaps = lines
    .map(({ base }, at) => (lines[at - 1]?.base ?? base) - base)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return gaps.length < 3 ? Math.min(median, 1.5 * (lines[0]?.height ?? 0)) : median;
}

/** A hyphen at the end of a line was put there by whoever set it, unless a name or a number goes on behind it. */
function joinTwo(above: string, line: string): string {
  if (above.endsWith('\u00ad')) return above.slice(0, -1) + line;
  if (/\p{Ll}[-\u2010]$/u.test(above) && /^\p{Ll}/u.test(line)) return above.slice(0, -1) + line;
  return /[-\u2010]$/u.test(above) && /\S[-\u2010]$/u.test(above) ? above + line : `${above} ${line}`;
}
