import type { AnnotationStatus } from '@/lib/annotation/annotation';
import type { AnnotationView } from '@/lib/contract/annotation';
import { fold } from '@/lib/schema/find-tag';

/** Which marks are asked for. What is left out does not restrict. */
export interface MarkFilter {
  readonly tags?: ReadonlySet<string>;
  readonly people?: ReadonlySet<string>;
  readonly statuses?: ReadonlySet<AnnotationStatus>;
  /** Found in the marked text, tag, value, correction, note or author's name, whatever the case. */
  readonly text?: string;
  /** `exclude` unless told. */
  readonly deleted?: 'exclude' | 'only';
}

/** Whether a mark is among those a filter asks for. */
export function matchesFilter(mark: AnnotationView, filter: MarkFilter): boolean {
  if ((mark.deletedAt !== null) !== (filter.deleted === 'only')) return false;
  if (filter.tags && !filter.tags.has(mark.tag)) return false;
  if (filter.people && !filter.people.has(mark.author.id)) return false;
  if (filter.statuses && !filter.statuses.has(mark.status)) return false;
  if (filter.text === undefined) return true;
  const wanted = fold(filter.text);
  return wanted === '' || searchedTexts(mark).some((text) => fold(text).includes(wanted));
}

const searchedTexts = (mark: AnnotationView): readonly string[] => [
  mark.exact,
  mark.tagLabel,
  mark.value ?? '',
  mark.correction ?? '',
  mark.note ?? '',
  mark.author.name,
];
