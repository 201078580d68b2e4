import { z } from 'zod';
import {
  AnnotationChange,
  AnnotationFilter,
  AnnotationView,
  MyMark,
  MyMarksFilter,
  NewAnnotation,
} from '../annotation';
import { NewDecision } from '../decision';
import { defineEndpoint } from '../define-endpoint';
import { EventView } from '../event';
import { NewEvidence } from '../evidence';
import { OperationBatch, OperationResults } from '../operation';
import { IdParams, pageOf, uuid } from '../primitives';

/** What every change of a mark may be refused for. */
const CHANGE_FAILURES = ['forbidden', 'stale-revision', 'wrong-status'] as const;

export const listAnnotations = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/annotations',
  tag: 'annotations',
  summary: 'List the marks of an article’s current version, ordered by start, end and id',
  params: IdParams,
  query: AnnotationFilter,
  answers: { 200: pageOf(AnnotationView) },
});

export const listMyMarks = defineEndpoint({
  method: 'GET',
  path: '/me/annotations',
  tag: 'me',
  summary: 'List your own marks in all projects, the one changed last first',
  query: MyMarksFilter,
  answers: { 200: pageOf(MyMark) },
});

export const getAnnotation = defineEndpoint({
  method: 'GET',
  path: '/annotations/{id}',
  tag: 'annotations',
  summary: 'Read a mark',
  params: IdParams,
  answers: { 200: AnnotationView },
});

export const addAnnotation = defineEndpoint({
  method: 'PUT',
  path: '/annotations/{id}',
  tag: 'annotations',
  summary: 'Make a mark under an id of your own; the same again answers 200',
  params: IdParams,
  body: NewAnnotation,
  answers: { 200: AnnotationView, 201: AnnotationView },
  failures: ['forbidden', 'already-exists', 'quote-mismatch', 'unknown-tag', 'wrong-status'],
});

export const changeAnnotation = defineEndpoint({
  method: 'PATCH',
  path: '/annotations/{id}',
  tag: 'annotations',
  summary: 'Change a mark: what is left out stays, null clears',
  params: IdParams,
  body: AnnotationChange,
  revision: true,
  answers: { 200: AnnotationView },
  failures: [...CHANGE_FAILURES, 'quote-mismatch', 'unknown-tag'],
});

export const deleteAnnotation = defineEndpoint({
  method: 'DELETE',
  path: '/annotations/{id}',
  tag: 'annotations',
  summary: 'Put a mark into the trash',
  params: IdParams,
  revision: true,
  answers: { 200: AnnotationView },
  failures: CHANGE_FAILURES,
});

export const restoreAnnotation = defineEndpoint({
  method: 'POST',
  path: '/annotations/{id}/restore',
  tag: 'annotations',
  summary: 'Take a mark out of the trash',
  params: IdParams,
  revision: true,
  answers: { 200: AnnotationView },
  failures: CHANGE_FAILURES,
});

export const getAnnotationHistory = defineEndpoint({
  method: 'GET',
  path: '/annotations/{id}/history',
  tag: 'annotations',
  summary: 'Read all that ever happened to a mark',
  params: IdParams,
  answers: { 200: z.strictObject({ items: z.array(EventView), next: z.null() }) },
});

export const decideAnnotation = defineEndpoint({
  method: 'POST',
  path: '/annotations/{id}/decisions',
  tag: 'annotations',
  summary: 'Decide on a mark (editors)',
  params: IdParams,
  body: NewDecision,
  revision: true,
  answers: { 201: AnnotationView },
  failures: [...CHANGE_FAILURES, 'correction-required', 'evidence-required'],
});

export const addEvidence = defineEndpoint({
  method: 'POST',
  path: '/annotations/{id}/evidence',
  tag: 'annotations',
  summary: 'Add evidence to a mark',
  params: IdParams,
  body: NewEvidence,
  revision: true,
  answers: { 201: AnnotationView },
  failures: CHANGE_FAILURES,
});

export const removeEvidence = defineEndpoint({
  method: 'DELETE',
  path: '/annotations/{id}/evidence/{evidenceId}',
  tag: 'annotations',
  summary: 'Take evidence back',
  params: IdParams.extend({ evidenceId: uuid }),
  revision: true,
  answers: { 200: AnnotationView },
  failures: CHANGE_FAILURES,
});

export const runOperations = defineEndpoint({
  method: 'POST',
  path: '/articles/{id}/operations',
  tag: 'annotations',
  summary: 'Do up to 500 writes in order, with one result each',
  params: IdParams,
  body: OperationBatch,
  bodyLimit: 8_000_000,
  answers: { 200: OperationResults },
  failures: ['other-person'],
});
