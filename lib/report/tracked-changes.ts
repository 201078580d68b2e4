import { toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import type { Span } from '@/lib/text/offsets';
import type { TextChange } from './apply-corrections';
import { diffWords } from './word-diff';

/** What a word processor shows: text as it stands, taken out or put in, and where comments begin and end. */
export type TrackedRun =
  | { readonly kind: 'kept'; readonly text: string }
  | { readonly kind: 'deleted'; readonly text: string; readonly change: number }
  | { readonly kind: 'inserted'; readonly text: string; readonly change: number }
  | { readonly kind: 'comment-start'; readonly comment: number }
  | { readonly kind: 'comment-end'; readonly comment: number };

/** One line of the text, without its line end; how that line end stands is said by `end`. */
export interface TrackedParagraph {
  readonly runs: readonly TrackedRun[];
  readonly end:
    { readonly kind: 'kept' } | { readonly kind: 'deleted' | 'inserted'; readonly change: number };
}

type Ink = TrackedParagraph['end'];
const KEPT: Ink = { kind: 'kept' };

/**
 * The text with its changes as word by word deletions and insertions, and with the spans of comments. Lines are
 * paragraphs, blank ones included: the text of all runs but the inserted ones, with a line end for each end that was
 * not inserted, is the text; without the deleted ones it is the corrected text. Changes are ascending and disjoint,
 * as `planChanges` gives them; comments may overlap in any way. Numbers are indices into the two lists.
 */
export function trackChanges(
  text: ArticleText,
  changes: readonly TextChange[],
  comments: readonly Span[],
): readonly TrackedParagraph[] {
  const page = new Page(text, comments);
  let from = 0;
  changes.forEach(({ start, end, replacement }, change) => {
    const unitStart = toCodeUnit(text, start);
    const unitEnd = toCodeUnit(text, end);
    page.passOver(from, unitStart, KEPT);
    let at: number = unitStart;
    for (const part of diffWords(text.value.slice(unitStart, unitEnd), replacement)) {
      const out = part.kind === 'kept' ? part.text : part.removed;
      page.passOver(at, at + out.length, part.kind === 'kept' ? KEPT : { kind: 'deleted', change });
      at += out.length;
      if (part.kind === 'changed') page.insert(part.added, change, at < unitEnd ? at : null);
    }
    from = unitEnd;
  });
  page.passOver(from, text.value.length, KEPT);
  return page.close();
}

/** Paragraphs in the making. Offsets are UTF-16 units, since strings are sliced. */
class Page {
  private readonly paragraphs: TrackedParagraph[] = [];
  private runs: TrackedRun[] = [];
  private readonly edges: readonly number[];
  private readonly starts = new Map<number, number[]>();
  private readonly ends = new Map<number, number[]>();
  private nextEdge = 0;

  constructor(
    private readonly text: ArticleText,
    comments: readonly Span[],
  ) {
    comments.forEach(({ start, end }, comment) => {
      add(this.starts, toCodeUnit(text, start), comment);
      add(this.ends, toCodeUnit(text, end), comment);
    });
    this.edges = [...new Set([...this.starts.keys(), ...this.ends.keys()])].sort((a, b) => a - b);
  }

  /** Writes the text from one offset to another, with the edges of comments on the way but not those at its end. */
  passOver(from: number, to: number, ink: Ink): void {
    for (let at = from; at < to;) {
      this.writeEdges(at);
      const next = Math.min(this.edges[this.nextEdge] ?? to, to);
      this.write(this.text.value.slice(at, next), ink);
      at = next;
    }
  }

  /**
   * Writes what a change puts in. Inside its span that stands behind the edges at `at`; at the span's end (null) before
   * them, so that the comment on the span takes it in.
   */
  insert(added: string, change: number, at: number | null): void {
    if (added === '') return;
    if (at !== null) this.writeEdges(at);
    this.write(added.replace(/\r\n?/gu, '\n'), { kind: 'inserted', change });
  }

  close(): readonly TrackedParagraph[] {
    this.writeEdges(this.text.value.length);
    this.endParagraph(KEPT);
    return this.paragraphs;
  }

  private writeEdges(at: number): void {
    if (this.edges[this.nextEdge] !== at) return;
    for (const comment of this.ends.get(at) ?? []) this.runs.push({ kind: 'comment-end', comment });
    for (const comment of this.starts.get(at) ?? []) this.runs.push({ kind: 'comment-start', comment });
    this.nextEdge += 1;
  }

  private write(text: string, ink: Ink): void {
    text.split('\n').forEach((line, index) => {
      if (index > 0) this.endParagraph(ink);
      if (line !== '') this.runs.push({ ...ink, text: line });
    });
  }

  private endParagraph(end: Ink): void {
    this.paragraphs.push({ runs: this.runs, end });
    this.runs = [];
  }
}

function add(map: Map<number, number[]>, key: number, value: number): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
