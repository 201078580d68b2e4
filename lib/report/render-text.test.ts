import { expect, test } from 'vitest';
import { buildReport } from './build-report';
import { HOSTILE, hostileInput } from './fixtures/hostile';
import { renderText } from './render-text';

test.each(Object.entries(HOSTILE))('%s stands in the corrected text as it was written', (_name, words) => {
  expect(renderText(buildReport(hostileInput(words)))).toBe(`First.\n${words} and Soyuz-FG.\n`);
});
