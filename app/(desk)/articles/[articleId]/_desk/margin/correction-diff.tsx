import { useMemo } from 'react';
import { diffByWords } from '@/app/_ui/word-diff';

export interface CorrectionDiffProps {
  readonly exact: string;
  /** The empty string deletes. */
  readonly correction: string;
}

/** What is printed and what it should read, in one line of type. Said in words, not by colour alone. */
export function CorrectionDiff({ exact, correction }: CorrectionDiffProps) {
  const parts = useMemo(() => diffByWords(exact, correction), [exact, correction]);
  const whole = parts.every(({ kind }) => kind !== 'same');
  return (
    <span className="correction-diff">
      {parts.map(({ kind, text }, index) =>
        kind === 'gone' ? (
          <del key={index}>{visible(text)}</del>
        ) : kind === 'new' ? (
          <span key={index}>
            {whole ? <span className="text-muted"> → </span> : null}
            <ins>{visible(text)}</ins>
          </span>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
      {correction === '' ? <span className="delete-word">delete</span> : null}
    </span>
  );
}

/** White space alone, struck or new, could not be seen. */
const visible = (text: string): string =>
  text.trim() === '' ? text.replace(/\n/g, '¶').replace(/\s/g, '␣') : text;
