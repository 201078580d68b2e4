import { defineEndpoint } from '../define-endpoint';
import { EventView } from '../event';
import {
  ActivityItem,
  ActivityQuery,
  AuditQuery,
  PastQuery,
  PastView,
  TimelineQuery,
  TrashItem,
  TrashQuery,
} from '../history';
import { IdParams, pageOf } from '../primitives';

export const listTimeline = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/timeline',
  tag: 'articles',
  summary: 'Page back through what happened to an article, the newest first',
  params: IdParams,
  query: TimelineQuery,
  answers: { 200: pageOf(EventView) },
});

export const getPast = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/past',
  tag: 'articles',
  summary: 'Read the marks of an article’s current version as they were right after an event',
  params: IdParams,
  query: PastQuery,
  answers: { 200: PastView },
});

export const listActivity = defineEndpoint({
  method: 'GET',
  path: '/projects/{id}/activity',
  tag: 'projects',
  summary: 'Page back through what happened in a project and its articles, the newest first',
  params: IdParams,
  query: ActivityQuery,
  answers: { 200: pageOf(ActivityItem) },
});

export const listTrash = defineEndpoint({
  method: 'GET',
  path: '/projects/{id}/trash',
  tag: 'projects',
  summary: 'List what is in the trash of a project: articles and marks, with who put them there',
  params: IdParams,
  query: TrashQuery,
  answers: { 200: pageOf(TrashItem) },
});

export const getAuditLog = defineEndpoint({
  method: 'GET',
  path: '/projects/{id}/audit',
  tag: 'projects',
  summary: 'Download everything that ever happened in a project (editors)',
  params: IdParams,
  query: AuditQuery,
  answers: {
    200: {
      description:
        'One AuditLine for each event: as a line of JSON, or as a row of a spreadsheet in which before and after are JSON.',
      mediaTypes: ['application/jsonl', 'text/csv; charset=utf-8'],
    },
  },
  failures: ['forbidden', 'too-many-requests'],
});
