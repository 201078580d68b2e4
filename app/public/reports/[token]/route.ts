import { saySuperseded } from '@/lib/report/html/say-superseded';
import { downloadResponse } from '@/lib/render/download-response';
import { publicReport } from '@/lib/store/reports';
import { noReportPage } from './no-report-page';

interface Context {
  readonly params: Promise<{ readonly token: string }>;
}

/** As `newSecret` makes them. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * An issued report for whoever has its address: the page as it was stored, with a line on top where another report took
 * its place. Nothing tells an address that was revoked from one that never was.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const file = TOKEN.test(token) ? await publicReport(token) : null;
  if (file === null) return noReportPage();
  const page = saySuperseded(
    file.bytes,
    file.successors.map(({ token: other, ...successor }) => ({
      ...successor,
      address: other === null ? null : `/public/reports/${other}`,
    })),
  );
  const response = downloadResponse(page, { title: file.title, format: 'html', save: false });
  response.headers.set('x-robots-tag', 'noindex');
  response.headers.set('referrer-policy', 'no-referrer');
  return response;
}
