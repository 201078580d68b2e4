'use client';

import { CornerDownLeft, X } from 'lucide-react';
import { Suspense, useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '@/app/_ui/button';
import { late } from '@/app/_ui/late';
import { useLeaveWarning } from '@/app/_ui/use-leave-warning';
import type { AnnotationBodies } from '@/lib/annotation/annotation';
import type { TagLineFailure } from '@/lib/annotation/tag-line';
import { tagByKey } from '@/lib/schema/find-tag';
import type { Severity, TagKey } from '@/lib/schema/tag-schema';
import { shorten } from '../model/say-mark';
import { useDesk } from '../model/use-desk';
import { useOptionList } from '../model/use-option-list';
import { TagCandidates } from './tag-candidates';
import { TagLineProblem } from './tag-line-problem';
import { TagPreview } from './tag-preview';
import { useTagLine, type LineCandidate } from './use-tag-line';

export interface TagLineFormProps {
  readonly initial: string;
  /** Why it is open again, or what is missing. */
  readonly message: string | null;
  readonly selected: string;
  readonly takesFocus: boolean;
  readonly keeping: TagKey | null;
  readonly severityOf: (bodies: AnnotationBodies) => Severity;
  /** With these three the form also offers severity and state. */
  readonly stateOf?: (bodies: AnnotationBodies) => string | null;
  readonly onSeverity?: (severity: Severity) => void;
  readonly onState?: (state: string) => void;
  readonly saveLabel: string;
  readonly onSave: (bodies: AnnotationBodies) => void;
  readonly onLeave: () => void;
}

/** The input, what it could go on with, and what it would save. */
export function TagLineForm(props: TagLineFormProps) {
  const { initial, message, selected, takesFocus, keeping, severityOf, saveLabel, onSave, onLeave } = props;
  const desk = useDesk();
  const { schema } = desk;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const tagLine = useTagLine({ schema, initial, selected, keeping });
  const { line, parsed, candidates, put } = tagLine;
  const [refused, setRefused] = useState<TagLineFailure | null>(null);
  const [focused, setFocused] = useState(takesFocus);
  useLeaveWarning(line !== initial);
  const list = useOptionList<LineCandidate>(candidates, tagLine.unfinished ? 0 : -1, line);

  useLayoutEffect(() => {
    if (put.count > 0) input.current?.focus();
    input.current?.setSelectionRange(put.caret, put.caret);
  }, [put]);
  useEffect(() => {
    if (takesFocus) input.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useEffect(() =>
    desk.registerTagLine({ focus: () => input.current?.focus(), pickDigit: tagLine.pickDigit }),
  );

  const save = (): void => {
    if (parsed.ok) onSave(parsed.value);
    else setRefused(parsed.failure);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || list.onKey(event)) return;
    const { key } = event;
    if (key === 'Escape') {
      event.stopPropagation();
      onLeave();
    } else if (key === 'Enter' || (key === 'Tab' && !event.shiftKey && list.picked)) {
      event.preventDefault();
      if (list.picked) tagLine.take(list.picked);
      else save();
    } else if (
      /^\d$/.test(key) &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      tagLine.pickDigit(key)
    ) {
      event.preventDefault();
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <div className="flex items-center gap-2 pt-1.5 pr-1.5 pl-3.5">
        <p className="min-w-0 flex-1 truncate font-serif text-sm text-muted">“{shorten(selected, 70)}”</p>
        <IconButton label="Close the tag line" shortcut="Esc" onClick={onLeave}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="relative px-2">
        <label htmlFor={id} className="sr-only">
          Tag line: tag, value, correction, note
        </label>
        <input
          ref={input}
          id={id}
          {...list.inputProps}
          value={line}
          spellCheck={false}
          autoCapitalize="off"
          enterKeyHint="done"
          placeholder={focused ? 'tag: value => correction // note' : 'Type a tag, or press a digit'}
          aria-invalid={refused ? true : undefined}
          aria-describedby={`${id}-problem`}
          className="tag-line-input"
          onChange={(event) => {
            setRefused(null);
            tagLine.type(event.target.value, event.target.selectionStart ?? event.target.value.length);
          }}
          onSelect={(event) => tagLine.moveCaret(event.currentTarget.selectionStart ?? line.length)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-problem`} role="alert" className="px-3.5 text-[0.8125rem]">
        {refused ? (
          <TagLineProblem failure={refused} onMend={(text) => tagLine.mend(refused.place, text)} />
        ) : message === null ? null : (
          <p className="pt-0.5 pb-1.5 font-medium text-danger">{message}</p>
        )}
      </div>
      {parsed.ok ? (
        <TagPreview
          schema={schema}
          bodies={parsed.value}
          exact={selected}
          severity={severityOf(parsed.value)}
        />
      ) : null}
      <TagCandidates candidates={candidates} list={list} onTake={tagLine.take} />
      <div className="flex flex-wrap items-center gap-1.5 border-t border-line px-2 py-1.5">
        {parsed.ok ? <Choices {...props} bodies={parsed.value} /> : null}
        {parsed.ok &&
        parsed.value.correction === null &&
        tagByKey(schema, parsed.value.tag)?.correction !== 'none' ? (
          <Button type="button" look="quiet" size="small" onClick={() => tagLine.append(' => ')}>
            <span className="font-mono text-muted">=&gt;</span> correction
          </Button>
        ) : null}
        {parsed.ok && parsed.value.note === null ? (
          <Button type="button" look="quiet" size="small" onClick={() => tagLine.append(' // ')}>
            <span className="font-mono text-muted">{'//'}</span> note
          </Button>
        ) : null}
        <Button
          type="submit"
          look="primary"
          size="small"
          className="ml-auto"
          disabled={!parsed.ok}
          icon={<CornerDownLeft aria-hidden className="size-3.5" />}
        >
          {saveLabel}
        </Button>
      </div>
    </form>
  );
}

const LineChoices = late(async () => (await import('./line-choices')).default);

/** Severity and state, where the form offers them. */
function Choices(props: TagLineFormProps & { readonly bodies: AnnotationBodies }) {
  const { schema } = useDesk();
  const { bodies, severityOf, stateOf, onSeverity, onState } = props;
  if (!onSeverity || !onState || !stateOf) return null;
  return (
    <Suspense>
      <LineChoices
        severity={severityOf(bodies)}
        onSeverity={onSeverity}
        state={stateOf(bodies)}
        states={tagByKey(schema, bodies.tag)?.states ?? []}
        onState={onState}
      />
    </Suspense>
  );
}
