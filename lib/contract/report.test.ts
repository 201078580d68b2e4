import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANNOTATION_STATUSES } from '@/lib/annotation/annotation';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import {
  EXTRA_SECTIONS,
  REPORT_ERRORS,
  REPORT_NAMES,
  REPORT_ORDERS,
  REPORT_OVERLAPS,
} from '@/lib/report/report-input';
import { SEVERITIES } from '@/lib/schema/tag-schema';
import { writeReportQuery } from './plain/report-query';
import { ReportQuery } from './report';

const some = <T>(items: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...items), { minLength: 1 }), { nil: undefined });

test('a query that is written is the query that is read', () => {
  const query = fc.record({
    format: fc.constantFrom(...REPORT_FORMAT_KEYS),
    status: some(ANNOTATION_STATUSES),
    tags: some(['name', 'quote', 'a & b=c', 'ünï']),
    severity: some(SEVERITIES),
    reviewer: some(['01920000-0000-7000-8000-0000000000a1']),
    sections: some(EXTRA_SECTIONS),
    order: fc.constantFrom(...REPORT_ORDERS),
    names: fc.constantFrom(...REPORT_NAMES),
    errors: fc.constantFrom(...REPORT_ERRORS),
    overlap: fc.constantFrom(...REPORT_OVERLAPS),
    bom: fc.boolean(),
    download: fc.boolean(),
  });
  fc.assert(
    fc.property(query, (wanted) => {
      const address = writeReportQuery(wanted).toString();
      const read = ReportQuery.parse(Object.fromEntries(new URLSearchParams(address)));
      expect({ ...read }).toEqual(
        Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)),
      );
    }),
  );
});
