'use client';

import { Check, Copy, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { TextArea } from '@/app/_ui/field';
import { writeClipboard } from '@/app/_ui/write-clipboard';
import type { Notice } from '@/lib/report/report';
import { listWords, NOTICE_WORDS } from '@/lib/report/wording';
import type { NoticeType } from '@/lib/schema/tag-schema';
import type { Wording } from './kept-wording';

export interface NoticeListProps {
  readonly drafts: readonly Notice[];
  readonly wording: Wording;
  /** The drafts that the wording began from. */
  readonly drafted: Wording;
  readonly onChange: (wording: Wording, drafted: Wording) => void;
}

/** The notices, each to be worded in its place and copied. */
export function NoticeList({ drafts, wording, drafted, onChange }: NoticeListProps) {
  if (drafts.length === 0) {
    return (
      <p className="text-sm text-muted">
        No accepted mark of this report calls for a notice. What was corrected before publication never does,
        nor do tags without a type of notice.
      </p>
    );
  }
  return (
    <ul className="space-y-5">
      {drafts.map((draft) => {
        const { type } = draft;
        const from = drafted[type];
        return (
          <li key={type}>
            <EditableNotice
              draft={draft}
              text={wording[type]}
              isOutdated={wording[type] !== undefined && from !== undefined && from !== draft.text}
              onChange={(words) =>
                onChange(
                  withNotice(wording, type, words),
                  withNotice(drafted, type, words === undefined ? undefined : draft.text),
                )
              }
            />
          </li>
        );
      })}
    </ul>
  );
}

function withNotice(notices: Wording, type: NoticeType, text: string | undefined): Wording {
  const { [type]: _, ...others } = notices;
  return text === undefined ? others : { ...others, [type]: text };
}

interface EditableNoticeProps {
  readonly draft: Notice;
  /** Undefined: as drafted. */
  readonly text: string | undefined;
  /** Whether the draft is another than the one it was worded from. */
  readonly isOutdated: boolean;
  readonly onChange: (text: string | undefined) => void;
}

function EditableNotice({ draft, text = draft.text, isOutdated, onChange }: EditableNoticeProps) {
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  const about = draft.rows.length > 0 ? `About no. ${listWords(draft.rows.map(String), 'and')}.` : '';
  const empty = text.trim() === '' ? ' Empty: it is left out.' : '';
  return (
    <>
      <TextArea
        label={labelOf(draft.type)}
        hint={`${about}${empty}`}
        prose
        rows={Math.min(14, Math.max(3, Math.ceil(text.length / 42)))}
        maxLength={20_000}
        value={text}
        onChange={(words) => onChange(words === draft.text ? undefined : words)}
      />
      {isOutdated ? (
        <p role="status" className="mt-1 text-sm font-medium text-danger">
          The marks have changed since this was worded. The draft now reads: <bdi>{draft.text}</bdi>
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          size="small"
          type="button"
          icon={<Copy aria-hidden className="size-4" />}
          onClick={() => void writeClipboard(text).then((done) => setOutcome({ text, done }))}
        >
          Copy {labelOf(draft.type).toLowerCase()}
        </Button>
        {text === draft.text ? null : (
          <Button
            size="small"
            look="quiet"
            type="button"
            icon={<Undo2 aria-hidden className="size-4" />}
            onClick={() => onChange(undefined)}
          >
            Back to the draft
          </Button>
        )}
        <span role="status" className="text-sm text-muted">
          {outcome?.text === text ? (
            outcome.done ? (
              <>
                <Check aria-hidden className="mr-1 inline size-4" />
                Copied
              </>
            ) : (
              'This browser does not let us copy here: select the text and press Ctrl+C or ⌘C.'
            )
          ) : null}
        </span>
      </div>
    </>
  );
}

const labelOf = (type: NoticeType): string => NOTICE_WORDS[type];
