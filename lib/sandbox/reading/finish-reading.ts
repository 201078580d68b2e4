import type { ReadingView } from '@/lib/contract/reading';
import { ok, type Result } from '@/lib/result';
import { checkText, READ_TEXT } from '@/lib/text/check-text';
import { unreadable, type Found, type Nameplate, type Unreadable } from './reading';

/** Longest title and name, as a source takes them. */
const LABEL_MAX = 300;

/**
 * What was found, as a source can take it. What a person typed into a text file is taken or refused as it is; what other
 * formats hold beside text, such as control characters, is left out.
 */
export function finishReading(
  { text, title, author, publisher, ...rest }: Found,
  plate: Nameplate,
): Result<ReadingView, Unreadable> {
  const checked = checkText(plate.kind === 'text' ? text : withoutControls(text), READ_TEXT);
  if (!checked.ok) {
    const { kind, message } = checked.failure;
    if (kind === 'empty') return unreadable(plate, 'has no text in it.');
    return unreadable(plate, `cannot be a source. ${message}`, kind === 'too-large' ? kind : 'invalid-input');
  }
  return ok({
    ...{ kind: plate.kind, url: null, publishedAt: null, accessedAt: null, mainOnly: false },
    ...rest,
    title: labelOf(title),
    author: labelOf(author),
    publisher: labelOf(publisher),
    text: checked.value,
  });
}

const CONTROLS = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}\ufeff]/gu;

const withoutControls = (text: string): string => text.toWellFormed().replace(CONTROLS, '');

function labelOf(text: string | null | undefined): string | null {
  const line = withoutControls(text ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...line].slice(0, LABEL_MAX).join('').trim() || null;
}
