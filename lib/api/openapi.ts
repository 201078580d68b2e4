import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { AnnotationView } from '@/lib/contract/annotation';
import { ArticleView } from '@/lib/contract/article';
import { DecisionView } from '@/lib/contract/decision';
import type { Download, Endpoint } from '@/lib/contract/endpoint';
import { ENDPOINTS } from '@/lib/contract/endpoints/all';
import { EventView } from '@/lib/contract/event';
import { EvidenceView } from '@/lib/contract/evidence';
import { FAILURE_STATUS, type FailureCode } from '@/lib/contract/failure';
import { AuditLine } from '@/lib/contract/history';
import { LiveEnd, LiveOpen, LivePeople } from '@/lib/contract/live';
import { Operation } from '@/lib/contract/operation';
import { PersonRef, uuid } from '@/lib/contract/primitives';
import { Problem } from '@/lib/contract/problem';
import { MemberView, ProjectView } from '@/lib/contract/project';
import { TagSchemaView } from '@/lib/contract/schema';
import { SourceRef, SourceView } from '@/lib/contract/source';

export const API_ROOT = '/api/v1';

/** The OpenAPI 3.1 document of the whole API, from the same schemas that requests are parsed by. */
export const describeApi = (): ReturnType<typeof createDocument> =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Galley',
      version: '1',
      description:
        'Articles, marks, decisions and reports. Offsets are Unicode code points. Failures are RFC 9457 problems with a stable code. Every write may carry an Idempotency-Key: repeated, it gets the first answer.',
    },
    servers: [{ url: API_ROOT }],
    security: [{ bearer: [] }, { session: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'galley.session_token' },
      },
      schemas: {
        AnnotationView,
        ArticleView,
        AuditLine,
        DecisionView,
        EventView,
        EvidenceView,
        LiveEnd,
        LiveOpen,
        LivePeople,
        MemberView,
        Operation,
        PersonRef,
        Problem,
        ProjectView,
        SourceRef,
        SourceView,
        TagSchemaView,
      },
    },
    paths: pathsOf(ENDPOINTS),
  });

function pathsOf(endpoints: readonly Endpoint[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] ??= {};
    paths[endpoint.path]![endpoint.method.toLowerCase()] = operationOf(endpoint);
  }
  return paths;
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const header = headersOf(endpoint);
  return {
    operationId: operationIdOf(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    requestParams: {
      ...(isEmpty(endpoint.params) ? {} : { path: endpoint.params }),
      ...(isEmpty(endpoint.query) ? {} : { query: endpoint.query }),
      ...(header === null ? {} : { header }),
    },
    ...(endpoint.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } } }),
    responses: { ...successesOf(endpoint), ...failuresOf(endpoint) },
  };
}

const isEmpty = (schema: z.ZodObject): boolean => Object.keys(schema.shape).length === 0;

/** `GET /articles/{id}/events` is `getArticlesIdEvents`: made of what never changes. */
const operationIdOf = ({ method, path }: Endpoint): string =>
  method.toLowerCase() +
  path
    .split(/[^A-Za-z]+/)
    .filter((part) => part !== '')
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join('');

function headersOf({ method, revision }: Endpoint): z.ZodObject | null {
  if (method === 'GET') return null;
  const operation = {
    'Idempotency-Key': uuid
      .optional()
      .meta({ description: 'The operation’s own id; repeated, the first answer comes.' }),
  };
  if (!revision) return z.object(operation);
  const seen = z
    .string()
    .regex(/^"[1-9]\d{0,8}"$/)
    .meta({ description: 'The revision that was seen, in double quotes.' });
  return z.object({ ...operation, 'If-Match': seen });
}

function successesOf({ answers, otherwise }: Endpoint): ZodOpenApiOperationObject['responses'] {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      isDownload(answer)
        ? { description: answer.description, content: contentOf(answer, 'binary') }
        : {
            description: otherwise?.description ?? DONE[status] ?? 'Done',
            content: {
              'application/json': { schema: answer },
              ...(otherwise === undefined ? {} : contentOf(otherwise)),
            },
          },
    ]),
  );
}

const contentOf = ({ mediaTypes }: Download, format?: 'binary') =>
  Object.fromEntries(
    mediaTypes.map((type) => [
      type,
      { schema: format === undefined ? z.string() : z.string().meta({ format }) },
    ]),
  );

const DONE: Readonly<Record<string, string>> = {
  200: 'As it now is',
  201: 'Made',
  204: 'Done; nothing to tell',
};

const isDownload = (answer: z.ZodType | Download): answer is Download => 'mediaTypes' in answer;

/** Every endpoint may answer these. */
const ALWAYS: readonly FailureCode[] = [
  'unauthenticated',
  'not-found',
  'invalid-input',
  'internal-error',
  'unavailable',
];
const WITH_WRITE: readonly FailureCode[] = [
  'malformed-request',
  'forbidden',
  'foreign-origin',
  'operation-reused',
  'too-large',
];
const WITH_BODY: readonly FailureCode[] = ['unsupported-media-type'];

function failuresOf(endpoint: Endpoint): ZodOpenApiOperationObject['responses'] {
  const codes = new Set<FailureCode>([
    ...ALWAYS,
    ...(endpoint.method === 'GET' ? [] : WITH_WRITE),
    ...(endpoint.body === undefined ? [] : WITH_BODY),
    ...(endpoint.revision ? (['revision-required', 'malformed-request'] as const) : []),
    ...endpoint.failures,
  ]);
  const byStatus = new Map<number, FailureCode[]>();
  for (const code of codes)
    byStatus.set(FAILURE_STATUS[code], [...(byStatus.get(FAILURE_STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, named]) => [
      String(status),
      { description: named.join(', '), content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );
}
