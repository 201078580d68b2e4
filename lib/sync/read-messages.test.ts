import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMessageReader, type StreamMessage } from './read-messages';

const read = (...pieces: readonly string[]): StreamMessage[] => {
  const take = createMessageReader();
  return pieces.flatMap((piece) => take(piece));
};

const cases: Record<string, [stream: string, messages: StreamMessage[]]> = {
  'a message with everything': [
    'id: 3.1\nevent: article\ndata: {"seq":3}\n\n',
    [{ name: 'article', data: '{"seq":3}', id: '3.1' }],
  ],
  'an id stays for the messages after it': [
    'id: 3.1\nevent: a\ndata: x\n\nevent: b\ndata: y\n\n',
    [
      { name: 'a', data: 'x', id: '3.1' },
      { name: 'b', data: 'y', id: '3.1' },
    ],
  ],
  'a message without a name': ['data: x\n\n', [{ name: 'message', data: 'x', id: null }]],
  'several lines of data': ['data: x\ndata\ndata:y\n\n', [{ name: 'message', data: 'x\n\ny', id: null }]],
  'comments, unknown fields and empty messages': [
    ': beat\n\nretry: 5\nfoo\n\nevent: lost\n\ndata: x\n\n',
    [{ name: 'message', data: 'x', id: null }],
  ],
  'other line ends': ['event: a\r\ndata: x\r\n\r\ndata: y\r\r', [{ name: 'a', data: 'x', id: null }]],
  'one that is not complete': ['event: a\ndata: x\n', []],
  'text in any script': ['data: "😀 café שלום"\n\n', [{ name: 'message', data: '"😀 café שלום"', id: null }]],
};

describe('an event stream', () => {
  test.each(Object.entries(cases))('%s', (_, [stream, messages]) => {
    expect(read(stream)).toEqual(messages);
  });

  test('gives the same messages however it is cut', () => {
    const line = fc.stringMatching(/^[ -9;-~é😀\u0301]*$/u, { maxLength: 12 });
    const message = fc.record({ id: line, name: line, data: fc.array(line, { minLength: 1, maxLength: 3 }) });
    const end = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(
        fc.array(message),
        end,
        fc.array(fc.nat(7), { minLength: 1 }),
        (messages, lineEnd, sizes) => {
          const stream = messages
            .map(({ id, name, data }) =>
              [`id: ${id}`, `event: ${name}`, ...data.map((part) => `data: ${part}`), '', ''].join(lineEnd),
            )
            .join('');
          const pieces: string[] = [];
          for (let at = 0; at < stream.length;) {
            const size = 1 + sizes[pieces.length % sizes.length]!;
            pieces.push(stream.slice(at, at + size));
            at += size;
          }
          expect(read(...pieces)).toEqual(read(stream));
          expect(read(stream)).toEqual(
            messages.map(({ id, name, data }) => ({ id, name: name || 'message', data: data.join('\n') })),
          );
        },
      ),
    );
  });
});
