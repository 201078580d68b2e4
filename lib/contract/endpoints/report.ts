import { REPORT_FORMATS, REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { defineEndpoint } from '../define-endpoint';
import { IdParams } from '../primitives';
import { ReportQuery } from '../report';

export const getReport = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/report',
  tag: 'reports',
  summary: 'Draft the corrections report of an article’s current version in a format',
  params: IdParams,
  query: ReportQuery,
  answers: {
    200: {
      description:
        'The report as it stands. The same state gives the same bytes. JSON is described by the schema at /api/report-schema.json.',
      mediaTypes: REPORT_FORMAT_KEYS.map((key) => REPORT_FORMATS[key].mediaType),
    },
  },
  failures: ['unknown-tag', 'corrections-collide', 'format-unavailable', 'too-many-requests'],
});
