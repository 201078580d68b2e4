import { kindsInPath, type Operation } from './operations';
import type { Random } from './random';
import type { Caller, Place, World } from './world';
import type { Generator } from './generate';

/** A request in the making: what the spoilers change. */
export interface Draft {
  readonly operation: Operation;
  readonly caller: Caller;
  /** The place whose things it names. */
  readonly place: Place;
  /** As the framework hands them over: decoded. */
  readonly params: Record<string, string>;
  readonly query: [name: string, value: string][];
  /** Appended to the query as it is. */
  rawQuery: string;
  readonly headers: Record<string, string>;
  /** Undefined where nothing is sent. */
  json: unknown;
  /** What is sent instead of the JSON. */
  raw: string | Uint8Array<ArrayBuffer> | undefined;
  /** Names of the spoilers that were at work. */
  readonly spoiled: string[];
  /** Where in the JSON something was made wrong. */
  spoiledAt: string | null;
  /** Whether it has to be refused, by whomever it is sent. */
  mustRefuse: boolean;
}

/** A request that its caller might well make: everything in it fits the document, and most of it the world. */
export function draftRequest(
  operation: Operation,
  world: World,
  random: Random,
  generatorOf: (place: Place) => Generator,
): Draft {
  const caller = world.pickCaller(random);
  const place = caller.place !== null && random.chance(0.6) ? caller.place : world.parts.ours;
  const generator = generatorOf(place);
  const params = pathParams(operation, world, place, random);
  const query: [string, string][] = [];
  const headers: Record<string, string> = { ...caller.headers };
  for (const { in: where, name, schema, required = false } of operation.parameters) {
    if (where === 'query' && (required || random.chance(0.3))) {
      query.push([name, String(generator.value(schema, name))]);
    }
  }
  if (operation.parameters.some(({ name }) => name === 'If-Match')) {
    headers['if-match'] = `"${world.revisionOf(params['id'] ?? '')}"`;
  }
  if (operation.method !== 'GET' && random.chance(0.3)) headers['idempotency-key'] = random.uuid();
  if (operation.body !== undefined) headers['content-type'] = 'application/json';
  return {
    operation,
    caller,
    place,
    params,
    query,
    rawQuery: '',
    headers,
    json: operation.body === undefined ? undefined : generator.value(operation.body),
    raw: undefined,
    spoiled: [],
    spoiledAt: null,
    mustRefuse: false,
  };
}

/** What a path's `{id}` names, by the word before it. */
function pathParams(
  { method, path }: Operation,
  world: World,
  place: Place,
  random: Random,
): Record<string, string> {
  const { parts } = world;
  const mark = world.pickMark(random, place, path.includes('{evidenceId}'));
  const ids: Readonly<Record<string, () => string>> = {
    projects: () => place.projectId,
    articles: () => place.articleId,
    versions: () => place.versionId,
    reports: () => place.reportId,
    exports: () => place.exportId,
    sources: () => place.sourceId,
    annotations: () => (method === 'PUT' && random.chance(0.7) ? random.uuid() : mark.id),
    evidence: () => (mark.evidenceIds.length === 0 ? random.uuid() : random.pick(mark.evidenceIds)),
    members: () => random.pick(place.memberIds),
    people: () => random.pick(parts.personIds),
    tokens: () => random.pick(parts.tokenIds),
    invitations: () => random.pick(parts.invitationIds),
  };
  return Object.fromEntries(
    kindsInPath(path).map(({ kind, name }) => {
      const id = ids[kind];
      if (id === undefined) throw new Error(`No ids are known for /${kind}/{${name}}`);
      return [name, id()];
    }),
  );
}
