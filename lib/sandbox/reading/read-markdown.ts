import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { ok } from '@/lib/result';
import { textOfHtml } from './html-text';
import type { Reader } from './reading';
import { readText } from './read-text';

/** What a Markdown file says, without its signs: they would stand in the way of comparing words. */
export const readMarkdown: Reader = (bytes, plate) => {
  const source = readText(bytes, plate);
  if (!source.ok) return source;
  const tree = fromMarkdown(source.value.text);
  const [first] = tree.children;
  return ok({
    text: blocksOf(tree).join('\n\n'),
    title: first?.type === 'heading' && first.depth === 1 ? toString(first) : null,
  });
};

/** One string a block, in order. */
function blocksOf(root: Nodes): readonly string[] {
  const blocks: string[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'html') blocks.push(textOfHtml(node.value));
    else if (node.type === 'code') blocks.push(node.value);
    else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') {
      waiting.push(...node.children.toReversed());
    } else blocks.push(wordsOf(node));
  }
  return blocks.filter((block) => block.trim() !== '');
}

/** A line end inside a paragraph is a blank; a hard break ends the line. */
const wordsOf = (node: Nodes): string =>
  'children' in node
    ? node.children
        .map((child) =>
          child.type === 'break' ? '\n' : toString(child, { includeHtml: false }).replace(/\s*\n\s*/g, ' '),
        )
        .join('')
    : toString(node, { includeHtml: false });
