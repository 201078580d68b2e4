import type { Method } from '@/lib/contract/endpoint';
import type { Random } from './random';

/** One project with an article and marks on it, as the cases know it. */
export interface Place {
  readonly projectId: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly reportId: string;
  readonly exportId: string;
  readonly sourceId: string;
  readonly text: string;
  /** Keys of tags that take any text as their value. */
  readonly tags: readonly string[];
  /** Members whose role or membership may change. */
  readonly memberIds: readonly string[];
}

/** Somebody who sends requests, and what must come of them whatever they ask for. */
export interface Caller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The place they belong to; null for those who belong to none. */
  readonly place: Place | null;
  /** How often they ask, against the others. */
  readonly weight: number;
  /** The statuses a request with this method is refused with; null where it may go through. */
  readonly refused: (method: Method) => readonly number[] | null;
}

/** A mark as the last answer showed it. */
export interface KnownMark {
  readonly id: string;
  readonly place: Place;
  readonly revision: number;
  readonly evidenceIds: readonly string[];
}

export interface WorldParts {
  readonly ours: Place;
  readonly theirs: Place;
  readonly callers: readonly Caller[];
  /** People who call nothing: whoever is changed here keeps no caller from asking. */
  readonly personIds: readonly string[];
  readonly emails: readonly string[];
  readonly tokenIds: readonly string[];
  readonly invitationIds: readonly string[];
  readonly marks: readonly KnownMark[];
  /** Makes good what was taken away, so that there is something left to take: memberships, tokens, invitations. */
  readonly giveBack: () => Promise<void>;
}

/** Kinds are named as paths name them. */
const idOf = (place: Place, kind: string): string | null => {
  switch (kind) {
    case 'projects':
      return place.projectId;
    case 'articles':
      return place.articleId;
    case 'versions':
      return place.versionId;
    case 'sources':
      return place.sourceId;
    case 'reports':
      return place.reportId;
    case 'exports':
      return place.exportId;
    default:
      return null;
  }
};

/** What the cases are made of: ids that exist, and what the answers say has become of them. */
export class World {
  readonly #marks: Map<string, KnownMark>;
  readonly #sources = new Map<string, number>();
  readonly #cursors: string[] = [];
  readonly #usedKeys: string[] = [];
  #schemaVersion = 1;

  constructor(readonly parts: WorldParts) {
    this.#marks = new Map(parts.marks.map((mark) => [mark.id, mark]));
  }

  get schemaVersion(): number {
    return this.#schemaVersion;
  }

  otherThan(place: Place): Place {
    return place === this.parts.ours ? this.parts.theirs : this.parts.ours;
  }

  pickCaller(random: Random): Caller {
    const { callers } = this.parts;
    let ticket = random.next() * callers.reduce((sum, { weight }) => sum + weight, 0);
    return callers.find(({ weight }) => (ticket -= weight) < 0) ?? callers[0]!;
  }

  mark(id: string): KnownMark | undefined {
    return this.#marks.get(id);
  }

  /** The revision that a mark or a source is at. */
  revisionOf(id: string): number {
    return this.#marks.get(id)?.revision ?? this.#sources.get(id) ?? 1;
  }

  /** What was taken away is there again as it was at first. */
  async giveBack(): Promise<void> {
    await this.parts.giveBack();
    this.#sources.clear();
  }

  /** A mark of the place, where that is wanted one with evidence while there are any. */
  pickMark(random: Random, place: Place, withEvidence = false): KnownMark {
    const marks = [...this.#marks.values()].filter((mark) => mark.place === place);
    const proven = withEvidence ? marks.filter(({ evidenceIds }) => evidenceIds.length > 0) : [];
    return random.pick(proven.length > 0 ? proven : marks);
  }

  /** An operation id that something was done under. */
  pickUsedKey(random: Random): string | undefined {
    return this.#usedKeys.length === 0 ? undefined : random.pick(this.#usedKeys);
  }

  rememberKey(key: string): void {
    this.#usedKeys.push(key);
  }

  pickCursor(random: Random): string | undefined {
    return this.#cursors.length === 0 ? undefined : random.pick(this.#cursors);
  }

  /** The place that a thing of this kind belongs to; null for what belongs to none, or is not there. */
  placeOf(kind: string, id: string): Place | null {
    if (kind === 'annotations') return this.#marks.get(id)?.place ?? null;
    const { ours, theirs } = this.parts;
    return [ours, theirs].find((place) => idOf(place, kind) === id) ?? null;
  }

  /** Takes over what an answer tells: revisions, new marks, cursors, the schema's version. */
  learn(answer: unknown): void {
    if (Array.isArray(answer)) for (const item of answer) this.learn(item);
    if (typeof answer !== 'object' || answer === null) return;
    const { next, version, tags, results, items, annotation } = answer as Record<string, unknown>;
    if (typeof next === 'string' && this.#cursors.length < 20) this.#cursors.push(next);
    if (typeof version === 'number' && Array.isArray(tags)) this.#schemaVersion = version;
    for (const part of [results, items, annotation]) this.learn(part);
    this.#learnMark(answer as Record<string, unknown>);
  }

  #learnMark({ id, revision, articleId, evidence }: Record<string, unknown>): void {
    const { ours, theirs } = this.parts;
    const place = [ours, theirs].find((candidate) => candidate.articleId === articleId);
    // A source has a revision, too, and no evidence.
    if (typeof id !== 'string' || typeof revision !== 'number' || place === undefined) return;
    if (id === place.sourceId) this.#sources.set(id, revision);
    if (!Array.isArray(evidence)) return;
    const evidenceIds = (evidence as { id: string }[]).map((piece) => piece.id);
    this.#marks.set(id, { id, place, revision, evidenceIds });
  }
}
