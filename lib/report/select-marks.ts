import { effectiveCorrection } from '@/lib/adjudication/effective-correction';
import { repeatKey } from '@/lib/annotation/annotation';
import { SEVERITIES } from '@/lib/schema/tag-schema';
import { SECTIONS, type Section } from './report';
import type { ReportAnnotation, ReportOptions } from './report-input';

/** A mark with the section it stands in. */
export interface Selected {
  readonly section: Section;
  readonly annotation: ReportAnnotation;
}

/** What it should read: null where no correction is proposed or the mark was not upheld. */
export const correctionOf = (annotation: ReportAnnotation): string | null =>
  annotation.status === 'accepted' || annotation.status === 'open' ? effectiveCorrection(annotation) : null;

/** The section of a mark, or null where the options leave it out. Every mark stands in one section at most. */
export function sectionOf(annotation: ReportAnnotation, options: ReportOptions): Section | null {
  const { tag, severity, authorId, status } = annotation;
  if (options.tags && !options.tags.includes(tag)) return null;
  if (options.severities && !options.severities.includes(severity)) return null;
  if (options.reviewers && !options.reviewers.includes(authorId)) return null;
  if (options.statuses.includes(status)) {
    if (status === 'open' && tag === 'query') return 'queries';
    return tag === 'quote' && correctionOf(annotation) === null ? 'quotes' : 'corrections';
  }
  if (status === 'open' && tag === 'query') return options.sections.includes('queries') ? 'queries' : null;
  if (status === 'rejected' || status === 'sic') return options.sections.includes(status) ? status : null;
  return null;
}

/** Ascending by (start, end, id), as every list of annotations. */
export const byPosition = (a: ReportAnnotation, b: ReportAnnotation): number =>
  a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * The marks of the report in rows: section by section, in the order asked for. Marks that repeat one error and had the
 * same fate are one row; it stands where the first of them stands.
 */
export function selectRows(
  annotations: readonly ReportAnnotation[],
  options: ReportOptions,
): readonly { readonly section: Section; readonly annotations: readonly ReportAnnotation[] }[] {
  const rows = new Map<string, { section: Section; annotations: ReportAnnotation[] }>();
  for (const annotation of annotations.toSorted(byPosition)) {
    const section = sectionOf(annotation, options);
    if (section === null) continue;
    const key = `${section} ${rowKey(annotation)}`;
    const row = rows.get(key);
    if (row) row.annotations.push(annotation);
    else rows.set(key, { section, annotations: [annotation] });
  }
  const inSection = (section: Section) => [...rows.values()].filter((row) => row.section === section);
  return SECTIONS.flatMap((section) =>
    options.order === 'position' ? inSection(section) : inSection(section).toSorted(bySeverity),
  );
}

/** The sort is stable, so equal severities stay in the order of the text. */
const bySeverity = (
  { annotations: [a] }: { readonly annotations: readonly ReportAnnotation[] },
  { annotations: [b] }: { readonly annotations: readonly ReportAnnotation[] },
): number => SEVERITIES.indexOf(b!.severity) - SEVERITIES.indexOf(a!.severity);

const rowKey = (annotation: ReportAnnotation): string =>
  JSON.stringify([
    repeatKey(annotation),
    correctionOf(annotation),
    annotation.status,
    annotation.severity,
    annotation.state,
  ]);
