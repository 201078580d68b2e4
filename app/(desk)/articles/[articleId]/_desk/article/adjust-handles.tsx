'use client';

import { Check, X } from 'lucide-react';
import { useRef, useState, type PointerEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { Kbd } from '@/app/_ui/kbd';
import { caretFromPoint } from '@/lib/dom/hit-test';
import { spanEdges } from '@/lib/dom/measure';
import { pointToOffset } from '@/lib/dom/range-to-span';
import type { Span } from '@/lib/text/offsets';
import { cancelAdjusting, putEnd, saveAdjusting } from '../model/adjusting';
import { useDesk, useDeskState } from '../model/use-desk';
import { usePlacement, type Put } from './use-placement';

/** The two ends of a mark while they are moved: by dragging here, by keys in the text. */
export function AdjustHandles() {
  const adjusting = useDeskState((state) => state.adjusting);
  return adjusting ? <Handles span={adjusting.span} /> : null;
}

/** While one is dragged the pointer reaches the text through all of this, or a handle would hide the place it is taken to. */
function Handles({ span }: { readonly span: Span }) {
  const [dragging, setDragging] = useState(false);
  return (
    <div className={dragging ? 'pointer-events-none' : 'pointer-events-auto'}>
      <Handle which="start" span={span} onDragging={setDragging} />
      <Handle which="end" span={span} onDragging={setDragging} />
      <Bar span={span} />
    </div>
  );
}

interface HandleProps {
  readonly which: 'start' | 'end';
  readonly span: Span;
  readonly onDragging: (dragging: boolean) => void;
}

function Handle({ which, span, onDragging }: HandleProps) {
  const desk = useDesk();
  const ref = useRef<HTMLSpanElement>(null);
  usePlacement(ref, span, which === 'start' ? putStart : putEndHandle);
  const drag = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !desk.page) return;
    const caret = caretFromPoint(document, { x: event.clientX, y: event.clientY });
    if (caret && desk.page.root.contains(caret.node)) {
      putEnd(desk, which, pointToOffset(desk.page, caret.node, caret.offset));
    }
  };
  return (
    <span
      ref={ref}
      aria-hidden
      data-testid={`handle-${which}`}
      className={`span-handle span-handle-${which}`}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        onDragging(true);
      }}
      onPointerMove={drag}
      onLostPointerCapture={() => onDragging(false)}
    />
  );
}

function Bar({ span }: { readonly span: Span }) {
  const desk = useDesk();
  const ref = useRef<HTMLDivElement>(null);
  usePlacement(ref, span, putBar);
  return (
    <div
      ref={ref}
      role="group"
      aria-label="Moving the ends of the mark"
      className="absolute top-0 left-0 z-10 flex w-max max-w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-raised px-3 py-2 text-[0.8125rem] shadow-high"
    >
      <span className="flex items-center gap-1.5 text-muted">
        <Kbd>←</Kbd>
        <Kbd>→</Kbd> end
      </span>
      <span className="flex items-center gap-1.5 text-muted">
        <Kbd>⇧</Kbd>
        <Kbd>←</Kbd>
        <Kbd>→</Kbd> start
      </span>
      <span className="flex gap-1.5">
        <Button
          size="small"
          icon={<X aria-hidden className="size-3.5" />}
          onClick={() => cancelAdjusting(desk)}
        >
          Cancel
        </Button>
        <Button
          size="small"
          look="primary"
          icon={<Check aria-hidden className="size-3.5" />}
          onClick={() => saveAdjusting(desk)}
        >
          Save ends
        </Button>
      </span>
    </div>
  );
}

const putStart: Put = (element, page, span, frame) => {
  const edges = spanEdges(page, span);
  if (edges)
    putHandle(
      element,
      edges.first.left - frame.left,
      edges.first.top - frame.top,
      edges.first.bottom - frame.top,
    );
};

const putEndHandle: Put = (element, page, span, frame) => {
  const edges = spanEdges(page, span);
  if (edges)
    putHandle(
      element,
      edges.last.right - frame.left,
      edges.last.top - frame.top,
      edges.last.bottom - frame.top,
    );
};

function putHandle(element: HTMLElement, left: number, top: number, bottom: number): void {
  element.style.height = `${bottom - top}px`;
  element.style.translate = `${left}px ${top}px`;
}

const putBar: Put = (element, page, span, frame) => {
  const edges = spanEdges(page, span);
  if (!edges) return;
  const left = Math.max(0, Math.min(edges.last.left - frame.left, frame.width - element.offsetWidth));
  element.style.translate = `${left}px ${edges.last.bottom - frame.top + 14}px`;
};
