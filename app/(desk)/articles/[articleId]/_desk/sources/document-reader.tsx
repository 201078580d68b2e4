'use client';

import { FileText, LoaderCircle } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import { TextField } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { ENCODINGS } from '@/app/_ui/text-encodings';
import type { TextEncoding } from '@/lib/text/decode-text';
import { useStore } from '../model/store';
import { useDesk } from '../model/use-desk';
import { readingOf } from './document-reading';

/** Takes the text of a source from a file: its choice, how far it is, and what went wrong. */
export function DocumentReader() {
  const desk = useDesk();
  const { article, fetchesPages } = desk.data;
  const reading = readingOf(article.id);
  useEffect(() => reading.watch((words) => desk.say(words)), [desk, reading]);
  const [link, setLink] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const { of, failed, misread } = useStore(reading.state, (state) => state);
  return (
    <div className="space-y-3">
      {of === null ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-[0.8125rem] text-muted">
          <Button
            type="button"
            size="small"
            icon={<FileText aria-hidden className="size-4" />}
            onClick={() => picker.current?.click()}
          >
            Choose a file…
          </Button>
          <span>Word, PDF, a web page, Markdown or text, up to 10 MB; or drop it here.</span>
        </div>
      ) : (
        <div className="flex items-center gap-2.5 text-sm">
          <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-muted" />
          <p role="status" className="min-w-0 flex-1 break-words">
            Reading {of}…
          </p>
          <Button type="button" size="small" look="quiet" onClick={() => reading.cancel()}>
            Stop reading
          </Button>
        </div>
      )}
      <input
        ref={picker}
        type="file"
        accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf"
        aria-label="File of the source"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void reading.readFile(file);
        }}
      />
      {of === null && fetchesPages ? (
        <div className="flex items-end gap-2">
          <TextField
            label="Or the link of a page"
            inputMode="url"
            value={link}
            placeholder="https://"
            className="flex-1"
            onChange={setLink}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // The form around it would add what has not been read yet.
              event.preventDefault();
              if (link.trim() !== '') void reading.readPage(link.trim());
            }}
          />
          <Button
            type="button"
            disabled={link.trim() === ''}
            onClick={() => void reading.readPage(link.trim())}
          >
            Fetch it
          </Button>
        </div>
      ) : null}
      {failed === null ? null : <Notice tone="danger">{failed}</Notice>}
      {misread === null ? null : <Misread onRead={(encoding) => void reading.readFile(misread, encoding)} />}
    </div>
  );
}

/** Asks how a text file is encoded, and reads it again. */
function Misread({ onRead }: { readonly onRead: (encoding: TextEncoding) => void }) {
  const [encoding, setEncoding] = useState<TextEncoding>('windows-1252');
  return (
    <div className="flex items-end gap-2">
      <Select
        label="Encoding"
        value={encoding}
        options={ENCODINGS}
        className="min-w-0 flex-1"
        onChange={setEncoding}
      />
      <Button type="button" onClick={() => onRead(encoding)}>
        Read it again
      </Button>
    </div>
  );
}
