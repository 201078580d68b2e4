import { formatDay } from '../wording';
import { markup, write, type Html } from './markup';

/** A report that took the place of another one. */
export interface Successor {
  readonly number: number;
  /** ISO 8601. */
  readonly issuedAt: string;
  /** Where anybody may read it; null where it is not public. */
  readonly address: string | null;
}

/**
 * The page of an issued report, with a line at its top that says what took its place: the next report, and the newest one
 * where that is another. Without successors, given in their order, the page is as it was. Takes pages of `renderHtml`,
 * stored by whichever version of it, and so brings its own look; throws where something else is given.
 */
export function saySuperseded(page: Uint8Array, successors: readonly Successor[]): Uint8Array {
  const [next] = successors;
  const newest = successors.at(-1);
  if (next === undefined || newest === undefined) return page;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(page);
  // What people wrote is escaped, so that the first tag of this name is the page's own.
  const body = text.indexOf(BODY);
  if (body < 0) throw new Error('The page has no body');
  const at = body + BODY.length;
  return new TextEncoder().encode(text.slice(0, at) + htmlSuperseded(next, newest) + text.slice(at));
}

const BODY = '<body>';

const LOOK =
  'margin:0 0 1.5rem;padding:.7rem 1rem;border:1px solid #9c1c1c;border-left-width:4px;background:#fff;color:#1a1a1a;font-size:1rem';

const htmlSuperseded = (next: Successor, newest: Successor): Html => markup`
<aside aria-label="Superseded" style="${write(LOOK)}"><strong>This report was superseded</strong> by ${htmlReport(next)} on ${write(formatDay(next.issuedAt))}.${
  newest !== next &&
  markup` The newest is ${htmlReport(newest)}, issued on ${write(formatDay(newest.issuedAt))}.`
}</aside>`;

const htmlReport = ({ number, address }: Successor): Html =>
  address === null ? markup`report ${number}` : markup`<a href="${write(address)}">report ${number}</a>`;
