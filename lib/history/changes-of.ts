import type { AnnotationView } from '@/lib/contract/annotation';
import type { EvidenceView } from '@/lib/contract/evidence';
import type { EventView } from '@/lib/contract/event';
import { RELATION_WORDS } from '@/lib/evidence/relations';
import { isAboutMark } from './as-it-was';

/** One field before and after; null where there was or is nothing. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type View = Readonly<Record<string, unknown>>;

const MARK_FIELDS: readonly (readonly [field: string, read: (mark: AnnotationView) => string | null])[] = [
  ['text', ({ exact }) => exact],
  ['place', ({ start, end }) => `${start}–${end}`],
  ['tag', ({ tagLabel }) => tagLabel],
  ['value', ({ value }) => value],
  ['correction', ({ correction }) => correction],
  ['note', ({ note }) => note],
  ['severity', ({ severity }) => severity],
  ['state', ({ state }) => state],
  ['status', ({ status }) => status],
  ['related mark', ({ relatedId }) => relatedId],
  ['decided correction', ({ decision }) => decision?.correction ?? null],
  ['reason', ({ decision }) => decision?.reason ?? null],
];

/** What is told of everything else: fields of its view that hold a line of text, or yes or no. */
const OTHER_FIELDS = [
  'title',
  'byline',
  'author',
  'publisher',
  'archiveUrl',
  'accessedAt',
  'kind',
  'protected',
  'url',
  'publishedAt',
  'phase',
  'name',
  'guidelines',
  'role',
  'version',
];

/**
 * What an event changed, field by field, evidence included; for what it made, everything that was there from the start. A field
 * that views of that time did not have yet is unknown, not changed. Empty for a redacted event.
 */
export function changesOf(event: Pick<EventView, 'kind' | 'before' | 'after'>): readonly FieldChange[] {
  const { before, after } = event as { before: View | null; after: View | null };
  if (after === null) return [];
  return isAboutMark(event)
    ? markChanges(before as AnnotationView | null, after as unknown as AnnotationView)
    : OTHER_FIELDS.filter((field) => field in after && (before === null || field in before)).flatMap(
        (field) => changed(field, asText(before?.[field]), asText(after[field])),
      );
}

function markChanges(before: AnnotationView | null, after: AnnotationView): readonly FieldChange[] {
  const fields = MARK_FIELDS.flatMap(([field, read]) => {
    // A new mark says by its quotation where it stands, and is open as every new one.
    if (before === null && (field === 'place' || field === 'status')) return [];
    return changed(field, before && known(read(before)), known(read(after)));
  });
  return [...fields, ...evidenceChanges(before?.evidence ?? [], after.evidence)];
}

/** Views from before a field was made lack it, whatever their type says. */
const known = (text: string | null | undefined): string | null => text ?? null;

const changed = (field: string, before: string | null, after: string | null): readonly FieldChange[] =>
  before === after ? [] : [{ field, before, after }];

function evidenceChanges(before: readonly EvidenceView[], after: readonly EvidenceView[]): FieldChange[] {
  const ids = (list: readonly EvidenceView[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));
  const [then, now] = [ids(before), ids(after)];
  return [
    ...before
      .filter(({ id }) => !now.has(id))
      .map((each) => ({ field: 'evidence', before: sayEvidence(each), after: null })),
    ...after
      .filter(({ id }) => !then.has(id))
      .map((each) => ({ field: 'evidence', before: null, after: sayEvidence(each) })),
  ];
}

const sayEvidence = ({ relation, url, source, note, excerpt, locator }: EvidenceView): string =>
  [RELATION_WORDS[relation], url, sourceOf(source), locator, excerpt === null ? null : `“${excerpt}”`, note]
    .filter((part) => part !== null)
    .join(' · ');

/** Views from before evidence had sources lack theirs, whatever the type says. */
const sourceOf = (source: EvidenceView['source'] | undefined): string | null => source?.title ?? null;

function asText(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
