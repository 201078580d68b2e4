import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildReport } from './build-report';
import { soyuzInput } from './fixtures/soyuz-marks';
import { EXTRA_SECTIONS } from './report-input';
import { renderHtml } from './html/render-html';
import { renderCsv } from './render-csv';
import { renderJson } from './render-json';
import { renderMarkdown } from './render-markdown';
import { renderDiff } from './render-diff';
import { renderSchemaOrg } from './render-schema-org';
import { renderText } from './render-text';

const text = readFileSync('prisma/data/soyuz-ms09.txt', 'utf8');
const build = () => buildReport(soyuzInput(text, { sections: EXTRA_SECTIONS }));
const report = build();
const marks = report.rows.flatMap((row) => row.marks);

const RENDERERS = {
  html: renderHtml,
  csv: renderCsv,
  json: renderJson,
  md: renderMarkdown,
  txt: renderText,
  diff: renderDiff,
  jsonld: renderSchemaOrg,
};

describe.each(Object.entries(RENDERERS))('the Soyuz article as %s', (format, render) => {
  test('is this, to the letter', async () => {
    await expect(render(report)).toMatchFileSnapshot(`fixtures/soyuz/report.${format}`);
  });

  test('is the same each time, in whatever order the marks are read', () => {
    const input = soyuzInput(text, { sections: EXTRA_SECTIONS });
    const shuffled = buildReport({ ...input, annotations: input.annotations.toReversed() });
    expect(render(shuffled)).toBe(render(report));
  });
});

const WITH_MARKS = { html: renderHtml, csv: renderCsv, json: renderJson, md: renderMarkdown };

test.each(Object.entries(WITH_MARKS))('%s has every mark once', (_format, render) => {
  const rendered = render(report);
  for (const { id } of marks) expect(rendered.split(id)).toHaveLength(2);
});

test('the corrected text differs from the printed one in what was accepted', () => {
  expect(renderText(report)).toContain('were launched aboard Soyuz MS-09 on a Soyuz-FG rocket.');
  expect(renderText(report)).toContain('discovered by a Russian Soyuz vessel.');
});
