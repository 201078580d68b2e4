import { ElementCanvas } from './element-canvas';
import { HighlightCanvas, paintsHighlights } from './highlight-canvas';
import type { Painter } from './painter';
import type { RenderedText } from './rendered-text';
import { WindowPainter } from './window-painter';

/** Whether marks are painted over the text, or elements of it. */
export type Painting = 'over' | 'within';

/** Shows marks on a text in the way that is wanted; where the browser cannot paint over it, within it. */
export const createPainter = (rendered: RenderedText, painting: Painting): Painter =>
  new WindowPainter(
    rendered,
    painting === 'over' && paintsHighlights() ? new HighlightCanvas(rendered) : new ElementCanvas(rendered),
  );
