import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What is no text of the page: programs, what is filled in, what other files show. */
const SILENT = new Set([
  ...['script', 'style', 'template', 'noscript', 'head', 'title', 'svg', 'math', 'iframe', 'object', 'embed'],
  ...['canvas', 'audio', 'video', 'button', 'select', 'textarea', 'input', 'datalist', 'dialog'],
]);

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'dd', 'details', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header'],
  ...['hr', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'tfoot', 'thead'],
  ...['tr', 'ul'],
]);

/** The whole text of a page or a part of one: a block a line with a blank line between, cells of a row by tabs. */
export const textOfHtml = (html: string): string =>
  textOfTree(/<(?:html|body|head)[\s>]/i.test(html) ? parse(html) : parseFragment(html));

/** The same of a tree, without going down into it by calls: pages can be nested as deep as they like. */
export function textOfTree(root: Parent): string {
  const writer = new BlockWriter();
  const steps: (Node | (() => void))[] = root.childNodes.toReversed();
  let keeping = 0;
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') {
      step();
      continue;
    }
    if (defaultTreeAdapter.isTextNode(step)) {
      writer.write(step.value, keeping > 0);
      continue;
    }
    if (!defaultTreeAdapter.isElementNode(step) || isSilent(step)) continue;
    const { tagName } = step;
    if (tagName === 'br') writer.endLine();
    const isBlock = BLOCKS.has(tagName);
    if (isBlock) writer.endBlock();
    if (tagName === 'q') writer.write('“', true);
    if (tagName === 'pre') keeping += 1;
    steps.push(() => {
      if (isBlock) writer.endBlock();
      if (tagName === 'q') writer.write('”', true);
      if (tagName === 'pre') keeping -= 1;
      if (tagName === 'td' || tagName === 'th') writer.write('\t', true);
    });
    for (const child of step.childNodes.toReversed()) steps.push(child);
  }
  return writer.end();
}

function isSilent({ tagName, attrs }: DefaultTreeAdapterTypes.Element): boolean {
  return (
    SILENT.has(tagName) ||
    attrs.some(
      ({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
    )
  );
}

/** Collects text as a browser would show it: runs of white space are one blank, none where a line begins or ends. */
class BlockWriter {
  readonly #blocks: string[] = [];
  #lines: string[] = [];
  #pieces: string[] = [];
  #blank = true;

  write(text: string, asItIs: boolean): void {
    if (asItIs) {
      this.#pieces.push(text);
      this.#blank = /\s$/.test(text);
      return;
    }
    let words = text.replace(/[ \t\n\f\r]+/g, ' ');
    if (this.#blank && words.startsWith(' ')) words = words.slice(1);
    if (words === '') return;
    this.#pieces.push(words);
    this.#blank = words.endsWith(' ');
  }

  endLine(): void {
    this.#lines.push(this.#pieces.join('').trim());
    this.#pieces = [];
    this.#blank = true;
  }

  endBlock(): void {
    this.endLine();
    const block = this.#lines.join('\n').trim();
    if (block !== '') this.#blocks.push(block);
    this.#lines = [];
  }

  end(): string {
    this.endBlock();
    return this.#blocks.join('\n\n');
  }
}
