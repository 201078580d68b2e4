import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { ok } from '@/lib/result';
import { decodeHtml } from './decode-html';
import { textOfHtml, textOfTree } from './html-text';
import type { Found, Reader } from './reading';

/** With less than so many characters the main text of a page may be anything. */
const MAIN_TEXT_MIN = 250;

/**
 * What a web page says: its main text where it has one, all of it otherwise. Nothing of it is run and nothing fetched; what
 * comes out is text, never markup.
 */
export const readHtml: Reader = (bytes, { charset }) => {
  // As browsers read it; what is made of it is whole, with every tag closed.
  const tree = parse(decodeHtml(bytes, charset));
  const { document } = parseHTML(serialize(tree)) as unknown as { readonly document: Document };
  const url = linkOf(document.querySelector('link[rel="canonical"]')?.getAttribute('href'));
  const facts = { title: orNull(document.title), url };
  const article = isProbablyReaderable(document) ? new Readability(document).parse() : null;
  if (!article) return ok({ ...facts, text: textOfTree(tree) });
  const text = textOfHtml(article.content ?? '');
  const known = {
    ...facts,
    title: orNull(article.title) ?? facts.title,
    author: orNull(article.byline),
    publisher: orNull(article.siteName),
    publishedAt: timeOf(article.publishedTime),
  } satisfies Omit<Found, 'text'>;
  return ok(
    text.length < MAIN_TEXT_MIN ? { ...known, text: textOfTree(tree) } : { ...known, text, mainOnly: true },
  );
};

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

function linkOf(href: string | null | undefined): string | null {
  const url = URL.parse(href ?? '');
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

function timeOf(text: string | null | undefined): string | null {
  const time = new Date(text ?? '');
  const year = time.getUTCFullYear();
  return year >= 1000 && year <= 9999 ? time.toISOString() : null;
}
