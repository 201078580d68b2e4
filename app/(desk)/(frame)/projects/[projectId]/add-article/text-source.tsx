'use client';

import { FileText, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, IconButton } from '@/app/_ui/button';
import { cx } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/error-state';
import { TextArea } from '@/app/_ui/field';
import { sayBytes } from '@/app/_ui/file-bytes';
import { Select } from '@/app/_ui/select';
import { ENCODINGS } from '@/app/_ui/text-encodings';
import { useFileDrop } from '@/app/_ui/use-file-drop';
import type { Result } from '@/lib/result';
import type { DecodedText, TextEncoding } from '@/lib/text/decode-text';
import { decodeFile, readFile, type PickedFile } from './read-file';

/** Where the text comes from. */
export type Source =
  | { readonly kind: 'pasted'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly file: PickedFile;
      readonly declared: TextEncoding;
      readonly decoded: Result<DecodedText, string>;
    };

/** The text as far as there is one. */
export const textOf = (source: Source): string =>
  source.kind === 'pasted' ? source.text : source.decoded.ok ? source.decoded.value.text : '';

/** A file, read as its mark says or else as declared. */
export const sourceFrom = (file: PickedFile, declared: TextEncoding): Source => ({
  kind: 'file',
  file,
  declared,
  decoded: decodeFile(file, declared),
});

export interface TextSourceProps {
  readonly source: Source;
  readonly onChange: (source: Source) => void;
  /** Why a file that was dropped on the page could not be taken. */
  readonly firstProblem: string | null;
}

/** A place to paste into, which also takes a file: dropped on it or picked. */
export function TextSource({ source, onChange, firstProblem }: TextSourceProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState(firstProblem);

  async function take(file: File): Promise<void> {
    const read = await readFile(file);
    if (!read.ok) return setProblem(read.failure);
    setProblem(null);
    onChange(sourceFrom(read.value, 'utf-8'));
  }

  const { over, ...zone } = useFileDrop((file) => void take(file));

  return (
    <div
      className={cx(
        'space-y-3 rounded-lg',
        over && 'outline-2 outline-offset-4 outline-accent outline-dashed',
      )}
      {...zone}
    >
      {source.kind === 'pasted' ? (
        <>
          <TextArea
            label="Text"
            prose
            rows={9}
            placeholder="Paste the article here, or drop a .txt file"
            value={source.text}
            onChange={(text) => {
              setProblem(null);
              onChange({ kind: 'pasted', text });
            }}
          />
          <div className="flex flex-wrap items-center gap-3 text-[0.8125rem] text-muted">
            <Button
              size="small"
              icon={<FileText aria-hidden className="size-4" />}
              onClick={() => picker.current?.click()}
            >
              Choose a file…
            </Button>
            <span>Plain text (.txt), up to 2 MB. One line is one paragraph.</span>
          </div>
        </>
      ) : (
        <FileSource source={source} onChange={onChange} />
      )}
      <input
        ref={picker}
        type="file"
        accept=".txt,.text,.md,text/plain"
        aria-label="Text file"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      {problem === null ? null : <Notice tone="danger">{problem}</Notice>}
    </div>
  );
}

interface FileSourceProps {
  readonly source: Extract<Source, { kind: 'file' }>;
  readonly onChange: (source: Source) => void;
}

function FileSource({ source, onChange }: FileSourceProps) {
  const { file, declared, decoded } = source;
  const marked = decoded.ok && decoded.value.encoding !== declared;
  return (
    <>
      <div className="flex items-center gap-3 rounded-md border border-line-strong bg-sheet px-3 py-2.5">
        <FileText aria-hidden className="size-5 shrink-0 text-muted" />
        <div className="min-w-0 flex-1 text-sm">
          <p className="truncate font-medium">{file.name}</p>
          <p className="text-[0.8125rem] text-muted">{sayBytes(file.bytes.length)}, kept beside the text</p>
        </div>
        <IconButton label="Take the file away" onClick={() => onChange({ kind: 'pasted', text: '' })}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <Select
        label="Encoding"
        value={marked ? decoded.value.encoding : declared}
        disabled={marked}
        options={ENCODINGS}
        hint={marked ? 'The file itself says so, by its byte order mark.' : undefined}
        onChange={(next) => onChange(sourceFrom(file, next))}
      />
      {decoded.ok ? null : <Notice tone="danger">{decoded.failure}</Notice>}
    </>
  );
}
