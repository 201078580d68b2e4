import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import { installPackages, isProgram } from './programs';

const USUAL_PLACES = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/snap/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** LibreOffice's program: what SOFFICE_PATH names, or what the system has; on Debian root gets one. */
export function findOffice(): Attempt<string> {
  const named = process.env['SOFFICE_PATH'] ?? '';
  if (named !== '') {
    return isProgram(named)
      ? ok(named)
      : fail(`SOFFICE_PATH is set to ${named}, and there is no program there.`);
  }
  const found = USUAL_PLACES.find(isProgram);
  if (found !== undefined) return ok(found);
  const installed = installPackages('LibreOffice', 'libreoffice-writer', 'libreoffice-calc');
  if (installed && isProgram('/usr/bin/soffice')) return ok('/usr/bin/soffice');
  return fail(
    'These tests need LibreOffice: install its Writer and Calc, or set SOFFICE_PATH to its program soffice.',
  );
}
