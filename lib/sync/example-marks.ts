import type { AnnotationView } from '@/lib/contract/annotation';
import type { Operation } from '@/lib/contract/operation';
import { defaultSchema } from '@/lib/schema/default-schema';
import { createArticleText } from '@/lib/text/article-text';
import { applyOperation, type GuessContext } from './apply-operation';
import type { Refusal, Work } from './work';

/** What the tests of this room talk about. */
export const TEXT = 'On a Soyug-FG rocket.\n\nThe 🚀 flew on.';
export const VERSION = '01890000-0000-7000-8000-00000000000a';
export const ARTICLE = '01890000-0000-7000-8000-00000000000b';
export const REVIEWER = { id: '01890000-0000-7000-8000-0000000000a1', name: 'R. Vega' };
export const EDITOR = { id: '01890000-0000-7000-8000-0000000000a2', name: 'E. Okafor' };
export const NOW = '2026-11-01T12:00:00.000Z';
const BEFORE = '2026-11-01T09:00:00.000Z';

export const context = (me = REVIEWER): GuessContext => ({
  articleId: ARTICLE,
  me,
  text: createArticleText(TEXT),
  schema: defaultSchema,
  now: NOW,
});

/** The n-th example id. */
export const idOf = (n: number): string => `01890000-0000-7000-9000-${String(n).padStart(12, '0')}`;

/** An open mark on "Soyug-FG" as the server would send it. */
export const mark = (over: Partial<AnnotationView> = {}): AnnotationView => ({
  id: idOf(1),
  articleId: ARTICLE,
  versionId: VERSION,
  author: REVIEWER,
  start: 5,
  end: 13,
  exact: 'Soyug-FG',
  prefix: 'On a ',
  suffix: ' rocket.\n\nThe 🚀 flew on.',
  tag: 'name',
  tagLabel: 'name misspelled',
  value: 'Soyug-FG',
  correction: 'Soyuz-FG',
  note: null,
  severity: 'major',
  state: null,
  status: 'open',
  relatedId: null,
  origin: 'person',
  revision: 1,
  createdAt: BEFORE,
  updatedAt: BEFORE,
  deletedAt: null,
  evidence: [],
  decision: null,
  changedSinceDecision: false,
  ...over,
});

/** An operation that makes the n-th example mark. */
export const creation = (n: number, group?: string): Operation => ({
  kind: 'annotation.create',
  operationId: idOf(1_000 + n),
  id: idOf(n),
  ...(group === undefined ? {} : { group }),
  annotation: { versionId: VERSION, start: 5, end: 13, exact: 'Soyug-FG', tag: 'name', value: 'Soyug-FG' },
});

/** An operation as it is kept while it waits. */
export const workOf = (
  operation: Operation,
  person = REVIEWER,
  base: AnnotationView | null = null,
): Work => ({
  person: person.id,
  article: { id: ARTICLE, title: 'The leak' },
  operation,
  base,
  wanted: applyOperation(base, operation, context(person)),
});

/** The same when the server would not do it. */
export const refusalOf = (operation: Operation, person = REVIEWER): Refusal => ({
  id: operation.operationId,
  person: person.id,
  article: { id: ARTICLE, title: 'The leak' },
  work: [workOf(operation, person)],
  problem: {
    type: 'urn:galley:problem:unknown-tag',
    title: 'Unknown tag',
    status: 422,
    code: 'unknown-tag',
    detail: 'There is no such tag.',
    errors: [],
  },
});
