import { describe, expect, test } from 'vitest';
import { kindOf } from './document-kind';

const cases: Record<string, readonly [name: string, head: string, says: string | RegExp]> = {
  'a text': ['a.TXT', 'Hello', 'text'],
  'a text about PDFs': ['a.txt', 'It began with %PDF-1.4.', 'text'],
  Markdown: ['a.b.md', '# Hi', 'markdown'],
  'a page': ['a.html', '<p>', 'html'],
  'a PDF without an ending': ['paper', '%PDF-1.7', 'pdf'],
  'a PDF with something in front': ['a.pdf', '\n\n%PDF-1.7', 'pdf'],
  'a PDF that calls itself a text': ['a.txt', '%PDF-1.7', 'pdf'],
  'a Word file': ['a.docx', 'PK\x03\x04', 'docx'],
  'an archive': ['a.txt', 'PK\x03\x04', /ZIP archive/],
  'an old Word file, or one behind a password': ['a.docx', '\xd0\xcf\x11\xe0', /password/],
  'rich text': ['a.doc', '{\\rtf1', /rich-text/],
  'a text that calls itself a Word file': ['a.docx', 'Hello', /no Word file/],
  'a text that calls itself a PDF': ['a.pdf', 'Hello', /no PDF/],
  'a picture': ['a.png', '\x89PNG', /\.txt, \.md, \.html, \.docx and \.pdf/],
  'no ending': ['README', 'Hello', /cannot be read/],
  nothing: ['a.txt', '', 'text'],
};

describe('kindOf', () => {
  test.each(Object.entries(cases))('%s', (_, [name, head, says]) => {
    const kind = kindOf(name, Buffer.from(head, 'latin1'));
    if (typeof says === 'string') expect(kind).toEqual({ ok: true, value: says });
    else expect(kind).toEqual({ ok: false, failure: expect.stringMatching(says) as string });
  });
});
