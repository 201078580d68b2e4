import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { Generator } from './generate';
import type { ApiDocument, Operation, Schema } from './operations';
import type { Random } from './random';
import type { Place, World } from './world';

/** Makes values that fit the world: ids that exist, spans that say what they mark, the revision that is there. */
export function generatorFor(
  document: ApiDocument,
  operation: Operation,
  world: World,
  place: Place,
  random: Random,
): Generator {
  const makers = makersFor(operation, world, place, random);
  const hint = (field: string, schema: Schema): unknown =>
    schema.type === 'object' || schema.type === 'array' ? undefined : makers[field]?.(schema);
  return new Generator(document, random, hint, (object, { properties = {} }) => {
    if ('start' in properties && 'end' in properties) {
      settleSpan(object, place, random);
      if (!('exact' in properties)) delete object['exact'];
    }
    if ('kind' in object && 'operationId' in object) settleOperation(object, world, place, random);
    // Whom to invite where and as what: both, or neither.
    if ('projectId' in properties && 'projectId' in object !== 'role' in object) {
      for (const name of ['projectId', 'role']) delete object[name];
    }
    // Read is one or the other, and no test fetches anything.
    if ('file' in properties && 'url' in properties && 'base64' in Object(object['file']))
      delete object['url'];
    if ('verdict' in object) settleDecision(object, world, place, random);
  });
}

function makersFor(
  operation: Operation,
  world: World,
  place: Place,
  random: Random,
): Readonly<Record<string, (schema: Schema) => unknown>> {
  const { parts } = world;
  const inMost = (value: () => unknown) => (): unknown => (random.chance(0.9) ? value() : undefined);
  const listOf = (items: readonly string[]) => (): unknown =>
    random.shuffle(items).slice(0, random.between(1, items.length)).join(',');
  const isInvitation = operation.path === '/invitations';
  const isReading = operation.path.endsWith('/readings');
  const isReport = operation.path.endsWith('/report');
  return {
    versionId: () => place.versionId,
    projectId: () => place.projectId,
    personId: () => random.pick(place.memberIds),
    author: inMost(() => random.pick(parts.personIds)),
    reviewer: listOf([random.pick(parts.personIds), random.uuid()]),
    tag: inMost(() => random.pick(place.tags)),
    tags: listOf(place.tags),
    key: inMost(() => random.pick(place.tags)),
    keys: inMost(() => random.pick(place.tags)),
    about: () => `house-${random.between(1, 1e9)}`,
    version: () => world.schemaVersion,
    // The first thing that happened to an article.
    seq: inMost(() => 1),
    state: inMost(() => null),
    value: ({ anyOf }) => (anyOf !== undefined && random.chance(0.5) ? null : undefined),
    origin: () => 'spelling@1',
    ruleId: () => 'spelling',
    propertyName: () => random.pick(['spelling', 'weekday', 'near-name']),
    hash: () => 'a'.repeat(64),
    relatedId: inMost(() => null),
    text: () => random.shuffle(WORDS).join(' '),
    base64: () => Buffer.from('The bridge opened in May.').toString('base64'),
    email: () => (isInvitation ? `new-${random.between(1, 1e9)}@desk.example` : random.pick(parts.emails)),
    editorEmail: () => random.pick(parts.emails),
    url: () => 'https://news.example/a?b=%20c#d',
    evidenceUrl: () => 'http://archive.example/1',
    cursor: () => world.pickCursor(random),
    publishedAt: ({ anyOf }) => (anyOf === undefined ? undefined : PUBLISHED),
    expiresAt: ({ anyOf }) => (anyOf === undefined ? undefined : random.pick([null, FUTURE])),
    sections: listOf(['rejected', 'sic']),
    ...(/\/(?:reports|exports)$/.test(operation.path)
      ? { reviewer: () => random.pick(parts.personIds), tags: () => random.pick(place.tags) }
      : {}),
    // Other kinds of files take a process each; they are tried elsewhere.
    ...(isReading ? { name: () => 'minutes.txt', encoding: () => 'utf-8' } : {}),
    ...(isReport
      ? {
          // Printing takes a browser each time; it is tried elsewhere.
          format: () => random.pick(REPORT_FORMAT_KEYS.filter((key) => key !== 'pdf' && key !== 'zip')),
          status: listOf(['open', 'accepted', 'sic', 'rejected', 'merged']),
          severity: listOf(['note', 'minor', 'major', 'critical']),
        }
      : {}),
  };
}

const PUBLISHED = '2018-06-06T12:00:00Z';
const FUTURE = '2190-01-01T00:00:00+02:00';
const WORDS = [
  'The',
  'harbour',
  'bridge',
  'opened',
  'in',
  'May',
  '2018',
  'naïve',
  '東京',
  '👩🏽‍🚀',
  'שלום',
  'e\u0301tude',
];

/** A span of the place's text with its words; in a change, where a span is left out, all of it is. */
function settleSpan(object: Record<string, unknown>, place: Place, random: Random): void {
  if (!('versionId' in object) && random.chance(0.5)) {
    for (const field of ['start', 'end', 'exact']) delete object[field];
    if (Object.keys(object).length === 0) object['note'] = 'Changed.';
    return;
  }
  const characters = [...place.text];
  const start = random.between(0, characters.length - 2);
  const end = Math.min(characters.length, start + random.between(1, 20));
  Object.assign(object, { start, end, exact: characters.slice(start, end).join('') });
}

function settleOperation(object: Record<string, unknown>, world: World, place: Place, random: Random): void {
  if (object['kind'] === 'annotation.create') return;
  const mark = world.pickMark(random, place);
  object['id'] = mark.id;
  object['revision'] = mark.revision;
  if (object['kind'] === 'evidence.remove' && mark.evidenceIds.length > 0) {
    object['evidenceId'] = random.pick(mark.evidenceIds);
  }
}

function settleDecision(object: Record<string, unknown>, world: World, place: Place, random: Random): void {
  delete object['intoId'];
  if (object['verdict'] === 'merged') object['intoId'] = world.pickMark(random, place).id;
  if (object['verdict'] === 'rejected') object['reason'] ??= 'It is spelled so on purpose.';
  if (object['verdict'] !== 'accepted') delete object['correction'];
}
