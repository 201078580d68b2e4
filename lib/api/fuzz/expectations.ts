import { kindsInPath } from './operations';
import type { Draft } from './draft';
import type { Validators } from './validators';
import type { World } from './world';

/** Why a request has to be refused. */
export interface Reason {
  readonly sentence: string;
  /** The document forbids what stands in the body. */
  readonly isOfBody: boolean;
}

const because = (sentence: string, isOfBody = false): Reason => ({ sentence, isOfBody });

/** Why the document, the caller or the spoilers leave nothing but a refusal; null where the request may succeed. */
export function whyRefused(draft: Draft, validators: Validators, world: World): Reason | null {
  const { operation, caller } = draft;
  if (caller.refused(operation.method) !== null) return because(`${caller.name} may not do this`);
  if (draft.mustRefuse && !mayRepeat(draft)) return because(draft.spoiled.join(', '));
  const hidden = namedThings(draft).find((thing) => isHidden(thing, draft, world));
  if (hidden !== undefined) return because(`${hidden.id} is nothing that ${caller.name} may know of`);
  if (operation.body !== undefined && draft.raw === undefined) {
    const complaint = validators.body(operation, JSON.parse(JSON.stringify(draft.json) ?? 'null'));
    if (complaint !== null) return because(`the document forbids the body: ${complaint}`, true);
  }
  for (const { in: where, name, schema } of operation.parameters) {
    const text = givenParameter(draft, where, name);
    const complaint = text === undefined ? null : validators.parameter(schema, text);
    if (complaint !== null) return because(`the document forbids ${name}: ${complaint}`);
  }
  return null;
}

/** What was done under an operation id is answered again under it, however old the revision is by then. */
const mayRepeat = ({ spoiled }: Draft): boolean =>
  spoiled.includes('used operation id') &&
  spoiled.every((name) => name === 'used operation id' || name === 'stale revision');

function givenParameter(draft: Draft, where: 'path' | 'query' | 'header', name: string): string | undefined {
  switch (where) {
    case 'path':
      return draft.params[name];
    case 'query':
      return draft.query.find(([given]) => given === name)?.[1];
    case 'header':
      return draft.headers[name.toLowerCase()];
  }
}

interface NamedThing {
  readonly kind: string;
  readonly id: string;
}

/** What the path names, and the version a new mark is for. */
function namedThings({ operation, params, json }: Draft): NamedThing[] {
  const inPath = kindsInPath(operation.path).map(({ kind, name }) => ({ kind, id: params[name] ?? '' }));
  const version = (json as { versionId?: unknown } | null | undefined)?.versionId;
  return typeof version === 'string' ? [...inPath, { kind: 'versions', id: version }] : inPath;
}

function isHidden({ kind, id }: NamedThing, { caller }: Draft, world: World): boolean {
  const place = world.placeOf(kind, id.toLowerCase());
  return place !== null && place !== caller.place;
}
