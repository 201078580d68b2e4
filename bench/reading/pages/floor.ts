import { textRoot, untilPainted, type PeerMark } from './peer';

/**
 * The floor of what a browser can do: plain paragraphs, eight highlights, static ranges from paragraph-relative offsets,
 * no framework, no index, nothing left out.
 */
const HIGHLIGHTS = 8;

const paragraphs = [...textRoot().querySelectorAll('p')].map((element) => element.firstChild as Text);
const starts: number[] = [];
let length = 0;
for (const { data } of paragraphs) {
  starts.push(length);
  length += data.length;
}

const highlights = Array.from({ length: HIGHLIGHTS }, (_, at) => {
  const highlight = new Highlight();
  CSS.highlights.set(`floor-${at}`, highlight);
  return highlight;
});
const drawn = new Map<string, { readonly highlight: Highlight; readonly range: StaticRange }>();
let made = 0;

function place(offset: number): { node: Text; offset: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { node: paragraphs[low]!, offset: offset - starts[low]! };
}

function draw({ id, start, end }: PeerMark): void {
  const from = place(start);
  const to = place(end);
  const range = new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
  const highlight = highlights[made % HIGHLIGHTS]!;
  made += 1;
  highlight.add(range);
  drawn.set(id, { highlight, range });
}

const done = (): boolean => true;

window.peer = {
  set: (marks) =>
    untilPainted(() => {
      for (const mark of marks) draw(mark);
    }, done),
  add: (mark) => untilPainted(() => draw(mark), done),
  remove: (id) => {
    const { highlight, range } = drawn.get(id)!;
    return untilPainted(() => highlight.delete(range), done);
  },
  filter: (on) =>
    untilPainted(() => {
      for (const [at, highlight] of highlights.entries()) {
        if (at % 2 === 1) continue;
        if (on) CSS.highlights.delete(`floor-${at}`);
        else CSS.highlights.set(`floor-${at}`, highlight);
      }
    }, done),
};
