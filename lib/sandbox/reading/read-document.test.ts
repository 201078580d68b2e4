import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildDocx, paragraph } from './fixtures/build-docx';
import { buildPdf } from './fixtures/build-pdf';
import { readDocument } from './read-document';
import type { FormattedPlate } from './reading';

type Kind = FormattedPlate['kind'];

const read = (kind: Kind, bytes: Uint8Array | string) =>
  readDocument(typeof bytes === 'string' ? strToU8(bytes) : bytes, {
    ...{ name: `a.${kind}`, kind, encoding: null, charset: null },
  });

const NOTED = `<w:p><w:r><w:t>Soyuz</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>-FG flew.</w:t></w:r></w:p>`;
const TRACKED = `<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>`;
const MARKDOWN = `# Minutes

We *will not* close
the [bridge](http://a.example) \`now\`.  
Said 😀 &amp; <b>done</b>.

- one
- two

<div onclick="x()">three<script>alert(1)</script></div>

    four`;
const STORY = 'The harbour board met on Monday and will not close the old bridge, it said. '.repeat(8);

const sound: Record<string, { kind: Kind; bytes: Uint8Array | string; reading: object }> = {
  Markdown: {
    kind: 'markdown',
    bytes: MARKDOWN,
    reading: {
      title: 'Minutes',
      text: 'Minutes\n\nWe will not close the bridge now.\nSaid 😀 & done.\n\none\n\ntwo\n\nthree\n\nfour',
    },
  },
  'a small page': {
    kind: 'html',
    bytes: '<title> The  bridge </title><link rel=canonical href="https://a.example/b"><p>It stays.',
    reading: { title: 'The bridge', url: 'https://a.example/b', text: 'It stays.', mainOnly: false },
  },
  'the main text of a page with menus': {
    kind: 'html',
    bytes: `<html><head><title>The bridge stays</title><meta name="author" content="Ann Lee"><meta property="og:site_name" content="The Daily Pier"><meta property="article:published_time" content="2018-06-06T10:00:00Z"></head><body><nav><a href="/">Home</a><a href="/x">Sport</a></nav><article><h1>The bridge stays</h1><p>${STORY}</p><p>${STORY}</p></article><footer>Imprint</footer><script>document.write("gotcha")</script></body></html>`,
    reading: {
      mainOnly: true,
      title: 'The bridge stays',
      author: 'Ann Lee',
      publisher: 'The Daily Pier',
      publishedAt: '2018-06-06T10:00:00.000Z',
      text: expect.not.stringMatching(/Home|Imprint|gotcha/) as string,
    },
  },
  'a Word file with a note, tracked changes and properties': {
    kind: 'docx',
    bytes: buildDocx(`${paragraph('😀 “No” &amp; שלום')}${NOTED}${TRACKED}`, {
      footnote: 'A rocket.',
      more: {
        'docProps/core.xml': strToU8(
          '<x><dc:title>The &amp; minutes</dc:title><dc:creator>Ann</dc:creator></x>',
        ),
        'word/media/image1.png': new Uint8Array(50),
      },
    }),
    reading: {
      title: 'The & minutes',
      author: 'Ann',
      text: '😀 “No” & שלום\n\nSoyuz-FG flew.\n\nnew\n\nA rocket.',
    },
  },
  'a PDF with a script': {
    kind: 'pdf',
    bytes: buildPdf({
      lines: ['We will not close the old bridge, and every-', 'body was told.', null, 'The board met.'],
      title: 'Minutes',
      catalog: '/OpenAction << /S /JavaScript /JS (throw 1) >>',
    }),
    reading: {
      title: 'Minutes',
      text: 'We will not close the old bridge, and everybody was told.\n\nThe board met.',
    },
  },
  'a page that is one long line': { kind: 'html', bytes: 'word '.repeat(100_000), reading: { kind: 'html' } },
  'a page that is all quotation marks': {
    kind: 'html',
    bytes: `<p>${'“"\'«„'.repeat(20_000)}`,
    reading: { text: '“"\'«„'.repeat(20_000) },
  },
};

describe('a document is read:', () => {
  test.each(Object.entries(sound))('%s', async (_, { kind, bytes, reading }) => {
    expect(await read(kind, bytes)).toMatchObject({ ok: true, value: reading });
  });

  test('control characters and half characters of a page are left out', async () => {
    expect(await read('html', '<p>a\u0007b&#xD800;c\u0000d</p>')).toMatchObject({
      value: { text: expect.stringMatching(/^ab\ufffd?cd$/) as string },
    });
  });
});

const entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const refused: Record<string, { kind: Kind; bytes: Uint8Array | string; code: string; says: RegExp }> = {
  'a zip bomb': {
    kind: 'docx',
    bytes: buildDocx(paragraph('x'), { more: { 'word/media/b.png': new Uint8Array(201_000_000) } }),
    code: 'too-large',
    says: /unpacks to more/,
  },
  'a document of 400,000 paragraphs': {
    kind: 'docx',
    bytes: buildDocx(paragraph('x').repeat(400_000)),
    code: 'too-large',
    says: /more in it than can be read/,
  },
  'an archive that is no Word file': {
    kind: 'docx',
    bytes: zipSync({ a: new Uint8Array(1) }),
    code: 'invalid-input',
    says: /no Word file/,
  },
  'half a Word file': {
    kind: 'docx',
    bytes: buildDocx(paragraph('x')).subarray(0, 300),
    code: 'invalid-input',
    says: /broken/,
  },
  'a Word file that is no XML': {
    kind: 'docx',
    bytes: buildDocx('<w:p><w:r></w:p>'),
    code: 'invalid-input',
    says: /broken|no text/,
  },
  'a Word file with an external entity': {
    kind: 'docx',
    bytes: buildDocx(paragraph('&x;'), { head: entity }),
    code: 'invalid-input',
    says: /entities/,
  },
  'a PDF behind a password': {
    kind: 'pdf',
    bytes: buildPdf({ lines: ['x'], encrypted: true }),
    code: 'invalid-input',
    says: /password/,
  },
  'a broken PDF': { kind: 'pdf', bytes: '%PDF-1.4\nrubbish', code: 'invalid-input', says: /broken/ },
  'a PDF of pictures': { kind: 'pdf', bytes: buildPdf({}), code: 'invalid-input', says: /only pictures/ },
  'an empty page': { kind: 'html', bytes: '<script>1</script>', code: 'invalid-input', says: /no text/ },
  'a page with more than a source can hold': {
    kind: 'html',
    bytes: `<p>${'é'.repeat(1_000_001)}`,
    code: 'too-large',
    says: /2000000/,
  },
  'Markdown that is not UTF-8': {
    kind: 'markdown',
    bytes: new Uint8Array([0x61, 0xff]),
    code: 'invalid-input',
    says: /Byte 1/,
  },
};

describe('a document is refused:', () => {
  test.each(Object.entries(refused))('%s', async (_, { kind, bytes, code, says }) => {
    const message = expect.stringMatching(says) as string;
    expect(await read(kind, bytes)).toMatchObject({ ok: false, failure: { code, message } });
  });
});
