'use client';

import { useRef, useState } from 'react';
import type { AnnotationBodies } from '@/lib/annotation/annotation';
import { printTagLine } from '@/lib/annotation/tag-line';
import type { AnnotationView } from '@/lib/contract/annotation';
import { spanEdges } from '@/lib/dom/measure';
import { tagByKey } from '@/lib/schema/find-tag';
import { initialSeverity, initialState } from '@/lib/schema/tag-rules';
import type { Severity } from '@/lib/schema/tag-schema';
import { sliceText } from '@/lib/text/article-text';
import { span, type Span } from '@/lib/text/offsets';
import { usePlacement, type Put } from '../article/use-placement';
import { changeBodies } from '../model/changing';
import type { Composer } from '../model/desk-state';
import { leaveTagLine, saveMark } from '../model/marking';
import { useDesk, useDeskState, useMark } from '../model/use-desk';
import { TagLineForm } from './tag-line-form';

/** The one input that tags: for a selected passage, or for a mark that is being changed. */
export function TagLine() {
  const composer = useDeskState((state) => state.composer);
  if (!composer) return null;
  return composer.kind === 'edit' ? (
    <ForMark key={composer.id} composer={composer} />
  ) : (
    <ForPassage key={composer.kind} composer={composer} />
  );
}

function ForPassage({ composer }: { readonly composer: Exclude<Composer, { kind: 'edit' }> }) {
  const desk = useDesk();
  const again = composer.kind === 'again';
  const takesFocus = again || (composer.by === 'mouse' && !desk.data.me.singleKeys);
  return (
    <Frame span={composer.span} label="Tag the selected passage">
      <TagLineForm
        initial={again ? composer.line : ''}
        message={again ? composer.message : null}
        selected={sliceText(desk.text, composer.span)}
        takesFocus={takesFocus}
        keeping={null}
        severityOf={(bodies) => severityFor(desk.schema, bodies)}
        saveLabel="Save"
        onSave={(bodies) => saveMark(desk, composer.span, bodies)}
        onLeave={() => leaveTagLine(desk)}
      />
    </Frame>
  );
}

function ForMark({ composer }: { readonly composer: Extract<Composer, { kind: 'edit' }> }) {
  const mark = useMark(composer.id);
  return mark ? <Editing composer={composer} mark={mark} /> : null;
}

interface EditingProps {
  readonly composer: Extract<Composer, { kind: 'edit' }>;
  readonly mark: AnnotationView;
}

/**
 * Severity and state follow tag and value until the person has chosen another. The mark stays the one that was opened:
 * compared with a newer one, what others have changed meanwhile would look like this person's wish.
 */
function Editing({ composer, mark: current }: EditingProps) {
  const desk = useDesk();
  const [{ mark, seen }] = useState(() => ({ mark: current, seen: desk.sync.replica.seen(current.id) }));
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [state, setState] = useState<string | null>(null);
  const severityOf = (bodies: AnnotationBodies): Severity => {
    if (severity) return severity;
    const same = bodies.tag === mark.tag && bodies.value === mark.value;
    return same ? mark.severity : severityFor(desk.schema, bodies);
  };
  const stateOf = (bodies: AnnotationBodies): string | null => {
    const tag = tagByKey(desk.schema, bodies.tag);
    const wanted = state ?? mark.state;
    return tag?.states && wanted !== null && tag.states.includes(wanted)
      ? wanted
      : tag
        ? initialState(tag)
        : null;
  };
  return (
    <Frame span={span(mark.start, mark.end)} label="Change the mark">
      <TagLineForm
        initial={printTagLine(desk.schema, mark)}
        message={composer.message ?? null}
        selected={mark.exact}
        takesFocus
        keeping={mark.tag}
        severityOf={severityOf}
        stateOf={stateOf}
        onSeverity={setSeverity}
        onState={setState}
        saveLabel="Save changes"
        onSave={(bodies) => {
          changeBodies(desk, mark, seen, { ...bodies, severity: severityOf(bodies), state: stateOf(bodies) });
          leaveTagLine(desk);
        }}
        onLeave={() => leaveTagLine(desk)}
      />
    </Frame>
  );
}

function severityFor(
  schema: Parameters<typeof tagByKey>[0],
  { tag: key, value }: AnnotationBodies,
): Severity {
  const tag = tagByKey(schema, key);
  return tag ? initialSeverity(tag, value) : 'note';
}

interface FrameProps {
  readonly span: Span;
  readonly label: string;
  readonly children: React.ReactNode;
}

function Frame({ span, label, children }: FrameProps) {
  const ref = useRef<HTMLDivElement>(null);
  usePlacement(ref, span, put);
  return (
    <div
      ref={ref}
      role="dialog"
      aria-label={label}
      className="tag-line absolute z-10 overflow-y-auto rounded-xl border border-line bg-raised shadow-high"
    >
      {children}
    </div>
  );
}

/** Room below the passage that the line wants, in CSS pixels; with less it stands above, if there is more. */
const ROOM = 380;
/** Room without which the line stands over the passage, which fills the window. */
const NEED = 160;
/** Height of the bar above the text. */
const BAR = 64;
const DISTANCE = 10;

const put: Put = (element, page, span, frame) => {
  const edges = spanEdges(page, span);
  if (!edges) return;
  const { first, last } = edges;
  const oneLine = Math.abs(first.top - last.top) < 4;
  const left = oneLine ? first.left - frame.left - 12 : 0;
  element.style.left = `${Math.max(0, Math.min(left, frame.width - element.offsetWidth))}px`;
  const below = window.innerHeight - last.bottom;
  const above = first.top - BAR;
  const { style } = element;
  if (below < ROOM && above > Math.max(below, NEED)) {
    style.top = 'auto';
    style.bottom = `${frame.bottom - first.top + DISTANCE}px`;
    style.maxHeight = `${above - 2 * DISTANCE}px`;
    return;
  }
  const fills = below < NEED && last.bottom > BAR && first.top < window.innerHeight;
  const top = fills ? Math.max(BAR, window.innerHeight - ROOM) : last.bottom + DISTANCE;
  style.top = `${top - frame.top}px`;
  style.bottom = 'auto';
  style.maxHeight = `${Math.max(NEED, window.innerHeight - top) - DISTANCE}px`;
};
