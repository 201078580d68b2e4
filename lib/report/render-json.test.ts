import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildReport } from './build-report';
import { buildInput } from './fixtures/build-annotation';
import { HOSTILE, hostileInput } from './fixtures/hostile';
import { soyuzInput } from './fixtures/soyuz-marks';
import { EXTRA_SECTIONS } from './report-input';
import { documentOf, renderJson } from './render-json';
import { REPORT_SCHEMA_ID, reportJsonSchema, ReportDocument } from './report-document';
import type { ReportInput } from './report-input';

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
const isReport = ajv.compile(reportJsonSchema());

const soyuz = soyuzInput(readFileSync('prisma/data/soyuz-ms09.txt', 'utf8'), {
  sections: EXTRA_SECTIONS,
});

const inputs: Record<string, ReportInput> = {
  'the Soyuz article': soyuz,
  'hidden names': {
    ...soyuz,
    options: { ...soyuz.options, names: 'hidden', reviewers: [soyuz.people[0]!.id] },
  },
  'an empty report': buildInput('Text.', []),
  'colliding corrections': buildInput('a b c', [
    { quote: 'a b', tag: 'style', correction: 'x' },
    { quote: 'b c', tag: 'style', correction: 'y' },
  ]),
  ...Object.fromEntries(Object.entries(HOSTILE).map(([name, words]) => [name, hostileInput(words)])),
};

describe.each(Object.entries(inputs))('%s', (_name, input) => {
  const report = buildReport(input);
  const read: unknown = JSON.parse(renderJson(report));

  test('is what the published schema says', () => {
    isReport(read);
    expect(isReport.errors).toBeNull();
  });

  test('comes back as it was', () => {
    expect(ReportDocument.parse(read)).toEqual(documentOf(report));
    expect(read).toEqual(documentOf(report));
  });
});

test('the schema refuses what is no report', () => {
  const read = JSON.parse(renderJson(buildReport(soyuz))) as Record<string, unknown>;
  expect(isReport({ ...read, version: null })).toBe(false);
  expect(isReport({ ...read, more: 1 })).toBe(false);
});

test('says what it withholds', () => {
  const { names } = { names: buildReport(inputs['hidden names']!) };
  expect(documentOf(names).withheld.join(' ')).toContain('names and ids of reviewers and editors');
  expect(renderJson(names)).not.toContain(soyuz.people[0]!.id);
  expect(documentOf(buildReport({ ...soyuz, options: { ...soyuz.options, sections: [] } })).withheld).toEqual(
    ['5 marks of this version that the options leave out.'],
  );
});

/** The schema without the words that explain it. */
const shapeOf = (schema: unknown): string =>
  JSON.stringify(schema, (key, value: unknown) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
  );

test('what is published under a number stays as it is: another shape needs another number', () => {
  const shape = createHash('sha256').update(shapeOf(reportJsonSchema())).digest('hex');
  expect({ [REPORT_SCHEMA_ID]: shape }).toEqual({
    'urn:galley:corrections-report:4': '4f2e4a791e142140316c2f163f16d1a3efe2fb56e7c120ccb86183ecc80b5128',
  });
});

test('the schema that stands in the documents is this one', async () => {
  await expect(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/corrections-report.schema.json',
  );
});
