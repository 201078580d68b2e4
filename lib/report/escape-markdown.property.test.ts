import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { replaceUnholdable } from './unholdable';
import { escapeDestination, escapeMarkdown, escapeMarkdownLine } from './escape-markdown';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** What a reader sees of a parsed tree; anything but text and breaks is shown as a tag, so that it cannot pass. */
function shown(node: Node): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  const inside = 'children' in node ? node.children.map(shown).join('') : '';
  return node.type === 'paragraph' ? inside : `<${node.type}>${inside}`;
}

const only = (markdown: string): Node => {
  const { children } = fromMarkdown(markdown);
  expect(children).toHaveLength(1);
  return children[0]!;
};

const piece = fc.constantFrom(
  ...[
    'a',
    'b c',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '#',
    '# ',
    '1. ',
    '12) ',
    '- ',
    '+ ',
    '* ',
    '---',
    '===',
    '> ',
    '|',
  ],
  ...[
    '`',
    '```',
    '~~~',
    '**',
    '__',
    '[x](y)',
    '![',
    '[^1]',
    '<b>',
    '<!--',
    '&amp;',
    '&#10;',
    '\\',
    '\\\n',
    '$x$',
  ],
  ...[
    'https://example.org',
    'a@b.co',
    '\u202e',
    '\u2066',
    '\u0001',
    '\u007f',
    '\u0085',
    '\u2028',
    '\r',
    '👩‍👩‍👧',
    'שלום',
    '🇰🇿',
  ],
);
const anything = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const held = (text: string): string => replaceUnholdable(text, 'markdown');

describe('escapeMarkdown', () => {
  test('in a list item, after a label', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(shown(only(`- Why: ${escapeMarkdown(text, '  ')}.`))).toBe(
          `<list><listItem>Why: ${held(text)}.`,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('in a quotation', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(shown(only(`> ⟦${escapeMarkdown(text, '> ')}⟧`))).toBe(`<blockquote>⟦${held(text)}⟧`);
      }),
      { numRuns: 500 },
    );
  });

  test('alone in a paragraph', () => {
    fc.assert(
      fc.property(
        anything.filter((text) => text !== ''),
        (text) => {
          expect(shown(only(escapeMarkdown(text)))).toBe(held(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('on one line, in a heading', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(shown(only(`### 1. ${escapeMarkdownLine(text)}.`))).toBe(`<heading>1. ${held(text)}.`);
      }),
      { numRuns: 500 },
    );
  });
});

test('a link goes where it says', () => {
  const url = 'https://example.org/a(b)<c>?d=[e]&f=\\*';
  const link = only(`[${escapeMarkdownLine(url)}](${escapeDestination(url)})`);
  expect(shown(link)).toBe(`<link>${url}`);
  expect(link).toMatchObject({ children: [{ url: 'https://example.org/a(b)%3Cc%3E?d=[e]&f=%5C*' }] });
});
