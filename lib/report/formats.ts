/** What a format is called, sent as and saved as. */
export interface ReportFormat {
  readonly label: string;
  readonly mediaType: string;
  /** What follows the article's title in the name of the file. */
  readonly fileSuffix: string;
}

export const REPORT_FORMAT_KEYS = [
  'html',
  'pdf',
  'docx',
  'docx-tracked',
  'csv',
  'json',
  'md',
  'txt',
  'diff',
  'schema-org',
  'zip',
] as const;
export type ReportFormatKey = (typeof REPORT_FORMAT_KEYS)[number];

export const REPORT_FORMATS: Readonly<Record<ReportFormatKey, ReportFormat>> = {
  html: {
    label: 'Report to read and print',
    mediaType: 'text/html; charset=utf-8',
    fileSuffix: '-corrections.html',
  },
  pdf: { label: 'Report to send and print', mediaType: 'application/pdf', fileSuffix: '-corrections.pdf' },
  docx: {
    label: 'Report for Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileSuffix: '-corrections.docx',
  },
  'docx-tracked': {
    label: 'Article with tracked changes',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileSuffix: '-tracked-changes.docx',
  },
  csv: { label: 'Spreadsheet', mediaType: 'text/csv; charset=utf-8', fileSuffix: '-corrections.csv' },
  json: { label: 'Data', mediaType: 'application/json', fileSuffix: '-corrections.json' },
  md: { label: 'Markdown', mediaType: 'text/markdown; charset=utf-8', fileSuffix: '-corrections.md' },
  txt: { label: 'Corrected text', mediaType: 'text/plain; charset=utf-8', fileSuffix: '-corrected.txt' },
  diff: {
    label: 'Corrections as a patch',
    mediaType: 'text/x-diff; charset=utf-8',
    fileSuffix: '-corrections.diff',
  },
  'schema-org': {
    label: 'Corrections for search engines',
    mediaType: 'application/ld+json',
    fileSuffix: '-corrections.jsonld',
  },
  zip: {
    label: 'All of them, with their hashes',
    mediaType: 'application/zip',
    fileSuffix: '-corrections.zip',
  },
};

/** Formats that need every correction to fit: colliding ones block them. */
export const TEXT_FORMATS: readonly ReportFormatKey[] = ['docx-tracked', 'txt', 'diff'];
