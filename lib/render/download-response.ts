import { REPORT_FORMATS, type ReportFormatKey } from '@/lib/report/formats';
import { contentDisposition, nameFile } from '@/lib/report/name-file';

/**
 * A shown report may do nothing here but be read, and have its links opened beside it: it stands on our own address, and
 * its words are other people's.
 */
const SHOWN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** The answer that carries a rendered report: never stored, never taken for another type, HTML shown unless to be saved. */
export function downloadResponse(
  body: string | Uint8Array,
  {
    title,
    format,
    save,
  }: { readonly title: string; readonly format: ReportFormatKey; readonly save: boolean },
): Response {
  const kind = format === 'html' && !save ? 'inline' : 'attachment';
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': REPORT_FORMATS[format].mediaType,
      'content-disposition': contentDisposition(kind, nameFile(title, format)),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': SHOWN_POLICY,
    },
  });
}
