import { z } from 'zod';
import { REPORT_FORMATS, REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { defineEndpoint } from '../define-endpoint';
import { LoggedCorrectionView, LogQuery } from '../corrections-log';
import { IdParams, pageOf } from '../primitives';
import { IssuedQuery, NewReport, ReportView } from '../issued-report';
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

export const issueReport = defineEndpoint({
  method: 'POST',
  path: '/articles/{id}/reports',
  tag: 'reports',
  summary: 'Issue a corrections report: freeze it with a number and the bytes of every format (editors)',
  params: IdParams,
  body: NewReport,
  answers: { 201: ReportView },
  failures: [
    'forbidden',
    'unknown-tag',
    'corrections-collide',
    'already-exists',
    'wrong-status',
    'too-many-requests',
  ],
});

export const listReports = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/reports',
  tag: 'reports',
  summary: 'List the issued reports of an article, the newest first',
  params: IdParams,
  answers: { 200: z.strictObject({ items: z.array(ReportView) }) },
});

export const getIssuedReport = defineEndpoint({
  method: 'GET',
  path: '/reports/{id}',
  tag: 'reports',
  summary: 'Serve a format of an issued report from its stored bytes',
  params: IdParams,
  query: IssuedQuery,
  answers: {
    200: {
      description: 'The bytes as they were issued; their SHA-256 is the ETag.',
      mediaTypes: REPORT_FORMAT_KEYS.map((key) => REPORT_FORMATS[key].mediaType),
    },
  },
  failures: ['format-unavailable'],
});

export const publishReport = defineEndpoint({
  method: 'POST',
  path: '/reports/{id}/link',
  tag: 'reports',
  summary: 'Give an issued report a public address that nobody can guess (editors)',
  params: IdParams,
  answers: { 200: ReportView },
  failures: ['forbidden'],
});

export const unpublishReport = defineEndpoint({
  method: 'DELETE',
  path: '/reports/{id}/link',
  tag: 'reports',
  summary: 'Revoke the public address of an issued report (editors)',
  params: IdParams,
  answers: { 200: ReportView },
  failures: ['forbidden'],
});

export const listCorrections = defineEndpoint({
  method: 'GET',
  path: '/projects/{id}/corrections',
  tag: 'reports',
  summary: 'List the issued corrections of a project across its articles, the newest first',
  params: IdParams,
  query: LogQuery,
  answers: { 200: pageOf(LoggedCorrectionView) },
  otherwise: {
    description:
      'A page of the corrections that were made in the texts; with `format`, a spreadsheet or an Atom feed of them.',
    mediaTypes: ['text/csv; charset=utf-8', 'application/atom+xml; charset=utf-8'],
  },
  failures: ['too-many-requests'],
});
