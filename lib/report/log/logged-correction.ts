import type { PersonLabel, TagLabel } from '../report';
import type { NoticeType, Severity } from '@/lib/schema/tag-schema';

/** A correction as a standing report issued it, with the article it is about. Nothing that the desk noted for itself. */
export interface LoggedCorrection {
  /** The mark's id. */
  readonly id: string;
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly byline: string | null;
    readonly url: string | null;
  };
  readonly report: { readonly id: string; readonly number: number; readonly issuedAt: string };
  /** The number of its row in the report. */
  readonly number: number;
  readonly paragraph: number | null;
  readonly tag: TagLabel;
  readonly value: string | null;
  readonly severity: Severity;
  readonly asPrinted: string;
  /** Null where something was wrong and nothing was put in its place, empty where words were deleted. */
  readonly shouldRead: string | null;
  /** Whose mark it is; without an id where the report hid names. */
  readonly author: PersonLabel;
  readonly notice: NoticeType | null;
}

/** `“Soyug-FG” should read “Soyuz-FG”`. */
export function sayCorrection({ asPrinted, shouldRead, tag }: LoggedCorrection): string {
  if (shouldRead === null) return `“${asPrinted}”: ${tag.label}`;
  return shouldRead === ''
    ? `“${asPrinted}” should not be there`
    : `“${asPrinted}” should read “${shouldRead}”`;
}
