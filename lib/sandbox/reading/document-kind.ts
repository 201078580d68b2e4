import type { DocumentKind } from '@/lib/contract/reading';
import { fail, ok, type Result } from '@/lib/result';

const BY_ENDING: Readonly<Record<string, DocumentKind>> = {
  ...{ txt: 'text', text: 'text', md: 'markdown', markdown: 'markdown' },
  ...{ html: 'html', htm: 'html', xhtml: 'html', docx: 'docx', pdf: 'pdf' },
};

const OTHERS: readonly { readonly head: string; readonly says: string }[] = [
  {
    head: '\xd0\xcf\x11\xe0',
    says: 'is an old Word file (.doc), or a new one behind a password. Save it as .docx without a password.',
  },
  { head: '{\\rtf', says: 'is a rich-text file. Save it as .docx or as plain text.' },
];

/** A PDF may have something in front; readers look this far. */
const PDF_WITHIN = 1_024;

/** What kind of document this is: what its first bytes say counts, what its name says only where they say nothing. */
export function kindOf(name: string, bytes: Uint8Array): Result<DocumentKind, string> {
  const head = Buffer.from(bytes.subarray(0, PDF_WITHIN)).toString('latin1');
  const named = BY_ENDING[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  const other = OTHERS.find((each) => head.startsWith(each.head));
  if (other) return fail(other.says);
  if (head.includes('%PDF-') && named !== 'text' && named !== 'markdown' && named !== 'html')
    return ok('pdf');
  if (head.startsWith('%PDF-')) return ok('pdf');
  if (head.startsWith('PK\x03\x04')) {
    return named === undefined || named === 'docx'
      ? ok('docx')
      : fail('is a ZIP archive, whatever its name says.');
  }
  if (named === 'docx') return fail('is no Word file, whatever its name says, or it is broken.');
  if (named === 'pdf') return fail('is no PDF, whatever its name says, or it is broken.');
  return named === undefined
    ? fail('is of a kind that cannot be read. What can be read is .txt, .md, .html, .docx and .pdf.')
    : ok(named);
}
