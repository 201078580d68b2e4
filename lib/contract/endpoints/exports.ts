import { REPORT_FORMATS, REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { defineEndpoint } from '../define-endpoint';
import { ExportView, NewExport } from '../export';
import { IssuedQuery } from '../issued-report';
import { IdParams } from '../primitives';

export const addExport = defineEndpoint({
  method: 'POST',
  path: '/articles/{id}/exports',
  tag: 'reports',
  summary:
    'Start making formats of a draft report, or issuing one, in the background, with the notices as worded',
  params: IdParams,
  body: NewExport,
  answers: { 201: ExportView },
  failures: ['forbidden', 'unknown-tag', 'too-many-requests'],
});

export const getExport = defineEndpoint({
  method: 'GET',
  path: '/exports/{id}',
  tag: 'reports',
  summary: 'See how far an export of one’s own is, format by format',
  params: IdParams,
  answers: { 200: ExportView },
});

export const cancelExport = defineEndpoint({
  method: 'DELETE',
  path: '/exports/{id}',
  tag: 'reports',
  summary: 'Call an export off; what is made already stays until it expires',
  params: IdParams,
  answers: { 200: ExportView },
  failures: ['forbidden'],
});

export const getExportFile = defineEndpoint({
  method: 'GET',
  path: '/exports/{id}/file',
  tag: 'reports',
  summary: 'Take a format of an export as soon as it is made',
  params: IdParams,
  query: IssuedQuery,
  answers: {
    200: {
      description: 'The bytes; their SHA-256 is the ETag.',
      mediaTypes: REPORT_FORMAT_KEYS.map((key) => REPORT_FORMATS[key].mediaType),
    },
  },
  failures: ['wrong-status', 'format-unavailable'],
});
