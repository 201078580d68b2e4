import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator';
import { countRanges, textRoot, untilPainted, type Peer, type PeerMark } from './peer';

/** The renderer is chosen by the address: `?renderer=SPANS` or `CSS_HIGHLIGHTS`. */
const renderer =
  new URLSearchParams(location.search).get('renderer') === 'SPANS' ? 'SPANS' : 'CSS_HIGHLIGHTS';

const root = textRoot();
const text = root.textContent;
const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(root, { renderer });

/** The annotator finds the range by itself from the offsets, which is what it is measured at. */
const annotationOf = ({ id, start, end }: PeerMark): TextAnnotation =>
  ({
    id,
    bodies: [],
    target: { annotation: id, selector: [{ quote: text.slice(start, end), start, end }] },
  }) as unknown as TextAnnotation;

const drawn = (): number =>
  renderer === 'SPANS' ? document.querySelectorAll('.r6o-annotation').length : countRanges();

/** Until as many marks as before are not on the page any more: only those near the window are ever drawn. */
function untilChanged(act: () => unknown): Promise<number> {
  const before = drawn();
  return untilPainted(act, () => drawn() !== before);
}

/**
 * Age of the page, in milliseconds, from which on it is measured: the annotator joins a change to the one less than 250
 * before, and takes the page's birth for one, so that a mark made earlier breaks it.
 */
const GROWN = 300;

const peer: Peer = {
  set: (marks) => untilChanged(() => annotator.setAnnotations(marks.map(annotationOf))),
  add: (mark) => untilChanged(() => annotator.addAnnotation(annotationOf(mark))),
  remove: (id) => untilChanged(() => annotator.removeAnnotation(id)),
  filter: (on) =>
    untilChanged(() => annotator.setFilter(on ? ({ id }) => Number(id.split('-')[1]) % 2 === 1 : undefined)),
};

setTimeout(() => (window.peer = peer), Math.max(0, GROWN - performance.now()));
