import { chromium } from 'playwright';
import { USUAL_PLACES } from '@/lib/render/find-chromium';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import { installPackages, isProgram } from './programs';

/** Chromium's program: what CHROMIUM_PATH names, what the system has, or what Playwright once downloaded; on Debian root gets one. */
export function findChromium(): Attempt<string> {
  const named = process.env['CHROMIUM_PATH'] ?? '';
  if (named !== '') {
    return isProgram(named)
      ? ok(named)
      : fail(`CHROMIUM_PATH is set to ${named}, and there is no program there.`);
  }
  const found = [...USUAL_PLACES, chromium.executablePath()].find(isProgram);
  if (found !== undefined) return ok(found);
  if (installPackages('Chromium', 'chromium') && isProgram('/usr/bin/chromium'))
    return ok('/usr/bin/chromium');
  return fail(
    'The journeys need a browser: install Chromium, or set CHROMIUM_PATH to the program of a Chromium or Chrome.',
  );
}
