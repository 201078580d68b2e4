import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { buildReport } from './build-report';
import { HOSTILE, hostileInput } from './fixtures/hostile';
import { renderMarkdown } from './render-markdown';
import { replaceUnholdable } from './unholdable';

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

const read = (words: string): readonly Node[] =>
  nodesOf(fromMarkdown(renderMarkdown(buildReport(hostileInput(words)))));
const nodesOf = (node: Node): readonly Node[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
];

/** What a reader sees of it. */
function shown(node: Node): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(shown).join('') : '';
}

describe.each(Object.entries(HOSTILE))('%s', (_name, words) => {
  const nodes = read(words);

  test('reads as it was written', () => {
    const held = replaceUnholdable(words, 'markdown');
    const said = nodes.filter(({ type }) => type === 'paragraph').map(shown);
    expect(said).toContain(`Why: ${held}`);
    expect(said).toContain(`Should read: ${held} and Soyuz-FG`);
    const line = replaceUnholdable(words.replace(/[\r\n]+/gu, ' '), 'markdown');
    expect(shown(nodes.find(({ type }) => type === 'heading')!)).toBe(`Corrections report: ${line}`);
  });

  test('formats nothing, hides nothing and leads nowhere', () => {
    const kinds = (from: readonly Node[]): readonly string[] => [...new Set(from.map(({ type }) => type))];
    // Words that go on in a second line need a break there.
    expect([...kinds(read('plain')), 'break']).toEqual(expect.arrayContaining([...kinds(nodes)]));
    for (const node of nodes) {
      if (node.type === 'html') expect(node.value).toMatch(/^<!-- mark [\da-f-]{36} -->$/);
      if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/example\.org\//);
    }
  });
});
