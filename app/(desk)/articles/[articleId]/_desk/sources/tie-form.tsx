'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import type { NewEvidence } from '@/lib/contract/evidence';
import type { SourceView } from '@/lib/contract/source';
import { can } from '@/lib/policy/can';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { spanLength, type Span } from '@/lib/text/offsets';
import { NOTE_MAX } from '@/lib/annotation/annotation';
import { RelationChoice } from '../margin/relation-choice';
import { addEvidence } from '../model/changing';
import { findQuotation } from '../model/find-quotation';
import { quoted, sayTag } from '../model/say-mark';
import { useDesk, useDeskState, useMark } from '../model/use-desk';

export interface TieFormProps {
  readonly source: SourceView;
  readonly text: string | null;
  readonly selected: Span | null;
  readonly onSelect: (span: Span | null) => void;
}

/** Ties the selected passage, or a place that is named, to the open mark. */
export function TieForm(props: TieFormProps) {
  const active = useDeskState((state) => state.active);
  return (
    <div className="tie-form">
      {active === null ? (
        <p className="text-sm text-muted">Open a mark in the text to tie a passage of this source to it.</p>
      ) : (
        <TieTo key={active} {...props} id={active} />
      )}
    </div>
  );
}

function TieTo({ source, text, selected, onSelect, id }: TieFormProps & { readonly id: string }) {
  const desk = useDesk();
  const mark = useMark(id);
  const words = useMemo(() => (text === null ? null : createArticleText(text)), [text]);
  const [typed, setTyped] = useState('');
  const [locator, setLocator] = useState('');
  const [note, setNote] = useState('');
  const [relation, setRelation] = useState<NewEvidence['relation']>('supports');
  if (!mark || mark.deletedAt !== null) return null;
  const may = can.addEvidence(desk.data.me, { authorId: mark.author.id, status: mark.status });
  if (!may) return <p className="text-sm text-muted">The open mark is decided: only editors add to it.</p>;
  const tooLong = selected !== null && spanLength(selected) > NOTE_MAX;
  const ready = (selected !== null && !tooLong) || locator.trim() !== '';
  const find = (value: string): void => {
    setTyped(value);
    if (words) onSelect(findQuotation(words, value).spans[0] ?? null);
  };
  const tie = (): void => {
    const excerpt = selected && words ? { excerpt: sliceText(words, selected), ...selected } : {};
    addEvidence(desk, mark, {
      sourceId: source.id,
      relation,
      ...excerpt,
      ...(locator.trim() === '' ? {} : { locator: locator.trim() }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    setTyped('');
    setLocator('');
    setNote('');
    onSelect(null);
  };
  return (
    <form
      aria-label="Tie to the open mark"
      className="space-y-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        // Never disabled: a button that is would let go of the focus as soon as it has been pressed.
        if (ready) tie();
        else desk.say('Select a passage of the source first, or name its place.');
      }}
    >
      <p className="text-sm">
        <span className="text-muted">For </span>
        <b className="font-medium">{sayTag(mark)}</b>
        <span className="text-muted"> on {quoted(mark.exact)}</span>
      </p>
      {words !== null && (selected === null || typed !== '') ? (
        <TextField label="Passage" hint="Select it above, or type its words." value={typed} onChange={find} />
      ) : null}
      {words !== null && selected !== null ? (
        <p className="flex items-start gap-2 font-serif text-[0.9375rem]">
          <span className="min-w-0 break-words">{quoted(sliceText(words, selected), 160)}</span>
          <button
            type="button"
            className="link ml-auto shrink-0 font-sans text-[0.8125rem]"
            onClick={() => find('')}
          >
            Another passage
          </button>
        </p>
      ) : null}
      {tooLong ? (
        <p role="alert" className="text-[0.8125rem] font-medium text-danger">
          That is too much: evidence quotes at most {NOTE_MAX.toLocaleString('en')} characters.
        </p>
      ) : null}
      <RelationChoice name={`tie-${mark.id}`} relation={relation} onChange={setRelation} />
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label="Place"
          optional
          value={locator}
          placeholder="page 3"
          maxLength={200}
          onChange={setLocator}
        />
        <TextField label="Note" optional value={note} maxLength={NOTE_MAX} onChange={setNote} />
      </div>
      <Button type="submit" look="primary" size="small">
        Tie to the mark
      </Button>
    </form>
  );
}
