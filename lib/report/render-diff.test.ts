import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReport } from './build-report';
import { arbitraryChangedText } from './fixtures/arbitrary-changes';
import { buildInput, type MarkSpec } from './fixtures/build-annotation';
import { HOSTILE, hostileInput } from './fixtures/hostile';
import { soyuzInput } from './fixtures/soyuz-marks';
import { renderDiff } from './render-diff';
import { renderText } from './render-text';
import type { Report } from './report';

const build = (text: string, marks: readonly MarkSpec[]): Report => buildReport(buildInput(text, marks));
const fix = (quote: string, correction: string): MarkSpec => ({ quote, tag: 'spelling', correction });

const cases: Record<string, [text: string, marks: readonly MarkSpec[]]> = {
  'nothing to correct': ['one\ntwo\n', []],
  'a word': ['one\ntwo\nthree\n', [fix('two', 'zwei')]],
  'a last line without an end': ['one\ntwo', [fix('two', 'zwei')]],
  'a line end taken out': ['one\ntwo\nthree\n', [fix('one\ntwo', 'one two')]],
  'a line end alone taken out': ['one\ntwo\nthree\n', [fix('e\nt', 'et'), fix('three', 'drei')]],
  'a whole line taken out': ['one\ntwo\nthree\n', [fix('two\n', '')]],
  'the last line end taken out': ['one\ntwo\n', [fix('two\n', 'two')]],
  'all of it taken out': ['one\n', [fix('one\n', '')]],
  'a line put in': ['one\ntwo\n', [fix('one\n', 'one\nand a half\n')]],
  'two in one line': ['😀 one two\nthree', [fix('one', 'eins'), fix('two', 'zwei')]],
  'a line that looks like a diff': ['--- a\n+++ b\n@@ -1 +1 @@\n', [fix('a', '-- x')]],
  'far apart': [`${'x\n'.repeat(30)}one\n${'y\n'.repeat(30)}two`, [fix('one', '1'), fix('two', '2')]],
};

/** What `patch`, which knows nothing of us, makes of the text. */
function patch(text: string, diff: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-patch-'));
  try {
    const file = join(folder, 'article.txt');
    writeFileSync(file, text);
    const { status, stderr } = spawnSync('patch', ['--binary', file], { input: diff, encoding: 'utf8' });
    if (status !== 0) throw new Error(`patch refused: ${stderr}`);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hasPatch = spawnSync('patch', ['--version']).status === 0;

test.runIf(hasPatch).each(Object.entries(cases))(
  '`patch` makes the corrected text: %s',
  (_name, [text, marks]) => {
    const report = build(text, marks);
    // It takes a file away that has nothing left in it.
    if (renderText(report) !== '') expect(patch(text, renderDiff(report))).toBe(renderText(report));
  },
);

test.each(Object.entries(cases))('another reader makes the corrected text: %s', (_name, [text, marks]) => {
  const report = build(text, marks);
  expect(applyPatch(text, renderDiff(report))).toBe(renderText(report));
});

test('the Soyuz article', () => {
  const text = readFileSync('prisma/data/soyuz-ms09.txt', 'utf8');
  const report = buildReport(soyuzInput(text));
  expect(applyPatch(text, renderDiff(report))).toBe(renderText(report));
});

test.each(Object.entries(HOSTILE))('%s is nothing but text to it', (_name, words) => {
  const report = buildReport(hostileInput(words));
  const patched = applyPatch(report.text.value, renderDiff(report), { autoConvertLineEndings: false });
  expect(patched).toBe(renderText(report));
});

test('whatever is corrected, the diff makes the corrected text', () => {
  fc.assert(
    fc.property(arbitraryChangedText, ({ text, changes }) => {
      const report = { ...build('x', []), text, changes: { collisions: [], changes, leftOut: [] } };
      const diff = renderDiff(report);
      expect(applyPatch(text.value, diff, { autoConvertLineEndings: false })).toBe(renderText(report));
    }),
  );
});
