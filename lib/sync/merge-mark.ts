import { undoesDecision } from '@/lib/adjudication/status-after';
import type { AnnotationView } from '@/lib/contract/annotation';

/** What of a mark is one thing to a person, and is taken from one side or the other as a whole. */
const PARTS = {
  place: ['start', 'end', 'exact', 'prefix', 'suffix'],
  tag: ['tag', 'tagLabel'],
  value: ['value'],
  state: ['state'],
  severity: ['severity'],
  correction: ['correction'],
  note: ['note'],
  relatedId: ['relatedId'],
} as const satisfies Record<string, readonly (keyof AnnotationView)[]>;

type Part = keyof typeof PARTS;

/**
 * Where two people want different things of one mark. `presence`: one deletes what the other works on. `decision`: one
 * decides on what the other changes, or both decide.
 */
export type Collision = Part | 'presence' | 'decision';

export type Side = 'yours' | 'theirs';

/** Whose it shall be, collision by collision; what is not said stays theirs, so that nothing is overwritten. */
export type Choices = Readonly<Partial<Record<Collision, Side>>>;

export interface MergedMark {
  /** What the mark shall say now. Its revision and times are those of `theirs`. */
  readonly target: AnnotationView;
  /** What only a person can settle, `choices` or not; the graver ones first. */
  readonly collisions: readonly Collision[];
}

type Choose = (collision: Collision) => Side;

/**
 * Merges two wishes about a mark, three ways: what it was, what you want, what it is by now. What one side has left
 * alone is taken from the other; evidence adds up. What collides does so from either side.
 */
export function mergeMark(
  base: AnnotationView,
  yours: AnnotationView,
  theirs: AnnotationView,
  choices: Choices = {},
): MergedMark {
  const collisions: Collision[] = [];
  const choose: Choose = (collision) => {
    collisions.push(collision);
    return choices[collision] ?? 'theirs';
  };
  return { target: mergePresence(base, yours, theirs, choose), collisions };
}

const isGone = ({ deletedAt }: AnnotationView): boolean => deletedAt !== null;

/** Deleting stands against whatever the other side has done meanwhile; what is in the trash cannot be worked on. */
function mergePresence(
  base: AnnotationView,
  yours: AnnotationView,
  theirs: AnnotationView,
  choose: Choose,
): AnnotationView {
  const content = (): AnnotationView => mergeContent(base, yours, theirs, choose);
  const kept = (): AnnotationView => ({ ...content(), deletedAt: null });
  const { deletedAt } = yours;
  if (isGone(yours) && isGone(theirs)) {
    return sayAll(theirs) === sayAll(base) ? { ...content(), deletedAt: theirs.deletedAt } : theirs;
  }
  if (isGone(base) || isGone(yours) === isGone(theirs)) return kept();
  const other = isGone(yours) ? theirs : yours;
  if (sayAll(other) === sayAll(base)) return isGone(yours) ? { ...content(), deletedAt } : theirs;
  if (choose('presence') === 'theirs') return theirs;
  return isGone(yours) ? { ...theirs, deletedAt } : kept();
}

function mergeContent(
  base: AnnotationView,
  yours: AnnotationView,
  theirs: AnnotationView,
  choose: Choose,
): AnnotationView {
  const target = mergeParts(base, yours, theirs, choose);
  const [youDecide, theyDecide] = [yours, theirs].map((view) => whichDecision(view) !== whichDecision(base));
  const same = sayDecision(yours) === sayDecision(theirs);
  // A decision is about what was seen: it is not carried over to what is another mark by now, nor undone unasked.
  const collides =
    (youDecide && theyDecide && !same) ||
    (youDecide && yours.status !== 'open' && movesGround(yours, prefer(base, yours, theirs, 'theirs'))) ||
    (theyDecide && theirs.status !== 'open' && movesGround(theirs, prefer(base, yours, theirs, 'yours')));
  const side = collides ? choose('decision') : 'yours';
  if (side === 'theirs' && theyDecide) {
    return { ...theirs, note: target.note, relatedId: target.relatedId };
  }
  if (side === 'yours' && youDecide && !(theyDecide && same)) {
    return { ...target, status: yours.status, decision: yours.decision };
  }
  return movesGround(theirs, target) ? { ...target, status: 'open' } : target;
}

const prefer = (
  base: AnnotationView,
  yours: AnnotationView,
  theirs: AnnotationView,
  side: Side,
): AnnotationView => mergeParts(base, yours, theirs, () => side);

/** Value and state mean something under their tag only: with another tag on either side the three are one part. */
function mergeParts(
  base: AnnotationView,
  yours: AnnotationView,
  theirs: AnnotationView,
  choose: Choose,
): AnnotationView {
  const tagged = base.tag !== yours.tag || base.tag !== theirs.tag;
  const merged = { ...theirs, evidence: mergeEvidence(base, yours, theirs) };
  for (const part of Object.keys(PARTS) as Part[]) {
    if (tagged && (part === 'value' || part === 'state')) continue;
    const fields: readonly (keyof AnnotationView)[] =
      tagged && part === 'tag' ? [...PARTS.tag, ...PARTS.value, ...PARTS.state] : PARTS[part];
    const say = (view: AnnotationView): string => JSON.stringify(fields.map((field) => view[field]));
    if (say(yours) === say(base) || say(yours) === say(theirs)) continue;
    if (say(theirs) !== say(base) && choose(part) === 'theirs') continue;
    for (const field of fields) Object.assign(merged, { [field]: yours[field] });
  }
  return merged;
}

/** What is there, less what you have taken away, and what you have added. */
function mergeEvidence(
  base: AnnotationView,
  yours: AnnotationView,
  theirs: AnnotationView,
): AnnotationView['evidence'] {
  const [had, have, there] = [base, yours, theirs].map(
    ({ evidence }) => new Set(evidence.map(({ id }) => id)),
  ) as [Set<string>, Set<string>, Set<string>];
  return [
    ...theirs.evidence.filter(({ id }) => have.has(id) || !had.has(id)),
    ...yours.evidence.filter(({ id }) => !had.has(id) && !there.has(id)),
  ];
}

/** Whether a decision on the one says nothing about the other. */
const movesGround = (before: AnnotationView, after: AnnotationView): boolean =>
  undoesDecision(before, after) || sayEvidence(before) !== sayEvidence(after);

const sayEvidence = ({ evidence }: AnnotationView): string =>
  JSON.stringify(evidence.map(({ id }) => id).sort());

/** Every decision is made on another revision; ids are given by the server and not known before it answers. */
const whichDecision = ({ decision }: AnnotationView): number | null => decision?.revision ?? null;

const sayDecision = ({ status, decision }: AnnotationView): string =>
  JSON.stringify([status, decision?.intoId, decision?.correction, decision?.reason]);

const sayAll = (view: AnnotationView): string =>
  JSON.stringify([
    ...Object.values(PARTS).map((fields) => fields.map((field: keyof AnnotationView) => view[field])),
    sayEvidence(view),
    whichDecision(view),
    sayDecision(view),
  ]);
