import { accessSync, constants } from 'node:fs';

/** Where systems put the program of a Chromium or Chrome. */
export const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The program that prints PDFs: what CHROMIUM_PATH names, or what the system has; null where there is none. */
export const findChromium = (named = process.env['CHROMIUM_PATH'] ?? ''): string | null =>
  (named === '' ? USUAL_PLACES : [named]).find(isProgram) ?? null;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
