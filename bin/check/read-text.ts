import { readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { fail, ok } from '@/lib/result';
import { createArticleText, type ArticleText } from '@/lib/text/article-text';
import { checkText, MAX_TEXT_BYTES, READ_TEXT } from '@/lib/text/check-text';
import { decodeText } from '@/lib/text/decode-text';
import { errorCode, type Attempt } from '../attempt';

export interface ReadText {
  readonly name: string;
  readonly text: ArticleText;
}

const ENDINGS = ['.txt', '.text', '.md', '.markdown', ''];

/** In another encoding a text of the largest size may take twice as many bytes, and a byte order mark. */
const MOST_BYTES = 2 * MAX_TEXT_BYTES + 4;

/** Reads a text file by its bytes; Markdown is read as the text it is. One sentence says why when it cannot be used. */
export function readText(path: string, folder: string): Attempt<ReadText> {
  const file = resolve(folder, path);
  const name = basename(file);
  const ending = extname(file).toLowerCase();
  if (!ENDINGS.includes(ending)) {
    return fail(`${name} is no text file: only .txt and .md are read here. Save its text as one of them.`);
  }
  const bytes = readBytes(file, name);
  if (!bytes.ok) return bytes;
  const decoded = decodeText(bytes.value);
  if (!decoded.ok) return fail(`${name} cannot be read. ${decoded.failure.message}`);
  const text = checkText(decoded.value.text, READ_TEXT);
  if (!text.ok) return fail(`${name} cannot be used. ${text.failure.message}`);
  return ok({ name, text: createArticleText(text.value) });
}

function readBytes(file: string, name: string): Attempt<Uint8Array> {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) {
      return fail(
        `${name} cannot be used. It has ${size} bytes; at most ${MAX_TEXT_BYTES} fit into one article.`,
      );
    }
    return ok(readFileSync(file));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail(`There is no file ${file}.`);
    if (code === 'EISDIR') return fail(`${file} is a folder, not a file.`);
    if (code === 'EACCES' || code === 'EPERM') return fail(`${file} may not be read by this user.`);
    throw error;
  }
}
