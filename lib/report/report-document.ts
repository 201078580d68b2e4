import { z } from 'zod';
import { ANNOTATION_STATUSES } from '@/lib/annotation/annotation';
import { EVIDENCE_RELATIONS } from '@/lib/evidence/relations';
import { NOTICE_TYPES, SEVERITIES } from '@/lib/schema/tag-schema';
import { CHANGE_KINDS } from '@/lib/quotes/classify-change';
import { HISTORY_DEEDS } from './history-facts';
import { SECTIONS } from './report';
import { EXTRA_SECTIONS, REPORT_ERRORS, REPORT_NAMES, REPORT_ORDERS, REPORT_OVERLAPS } from './report-input';

/** The name of the JSON format. Documents say all of it and nothing else, so whatever is added or taken gets another number. */
export const REPORT_SCHEMA_ID = 'urn:galley:corrections-report:4';

const about = (description: string) => ({ description });
const id = z.uuid();
const time = z.iso.datetime().meta(about('ISO 8601, UTC.'));
const offset = z.int().min(0).meta(about('Unicode code points from the start of the text.'));
const count = z.int().min(0);
const status = z.enum(ANNOTATION_STATUSES);
const severity = z.enum(SEVERITIES);
const paragraph = z.int().min(1).nullable();
/** Where something stands in the article, for programs and for people. */
const place = {
  start: offset,
  end: offset.meta(about('Excluded. Unicode code points.')),
  paragraph,
  sentence: paragraph,
  lastParagraph: paragraph,
  lastSentence: paragraph,
};
const counts = <K extends readonly [string, ...string[]]>(keys: K) => z.record(z.enum(keys), count);

const Person = z.strictObject({
  id: id.nullable().meta(about('Null where names are hidden.')),
  name: z.string(),
});

const TagName = z.strictObject({ key: z.string(), label: z.string() });

const CitationDocument = z.strictObject({
  id,
  source: z.int().min(1).meta(about('The number of its source.')),
  relation: z.enum(EVIDENCE_RELATIONS),
  locator: z.string().nullable(),
  excerpt: z.string().nullable(),
  note: z.string().nullable(),
  by: Person,
  at: time,
});

const MarkDocument = z.strictObject({
  id,
  section: z.enum(SECTIONS),
  number: z.int().min(1).meta(about('The row that people read; repeats of one error share it.')),
  repeat: z.strictObject({ index: z.int().min(1), of: z.int().min(1) }),
  ...place,
  exact: z.string().meta(about('As printed.')),
  tag: TagName,
  value: z.string().nullable(),
  state: z.string().nullable(),
  severity,
  status,
  note: z.string().nullable().meta(about('Why.')),
  proposed: z.string().nullable().meta(about('The proposed correction: null for none, empty to delete.')),
  shouldRead: z
    .string()
    .nullable()
    .meta(about('As decided; as proposed where the editor left it or has not decided.')),
  evidence: z.array(CitationDocument),
  reviewer: Person,
  createdAt: time,
  decision: z
    .strictObject({
      verdict: z.enum(['accepted', 'rejected', 'sic', 'merged']),
      editor: Person,
      at: time,
      reason: z.string().nullable(),
      amended: z.boolean(),
    })
    .nullable(),
  changedSinceDecision: z.boolean(),
  gaveWay: z
    .boolean()
    .meta(about('True where its correction is not made by itself, since another that it collides with is.')),
  notice: z.enum(NOTICE_TYPES).nullable(),
  relatedId: id.nullable(),
  mergedIds: z.array(id),
  origin: z.string(),
  history: z
    .array(
      z.strictObject({
        at: time,
        by: Person,
        deed: z.enum(HISTORY_DEEDS),
        fields: z.array(z.string()).meta(about('For a change: what was changed.')),
      }),
    )
    .nullable()
    .meta(about('What happened to it, in order; null where it was not asked for.')),
});

const QuoteDocument = z.strictObject({
  number: z.int().min(1),
  ...place,
  exact: z.string().meta(about('As printed, with its quotation marks.')),
  speaker: z.string().nullable(),
  verdict: z.enum(['found', 'altered', 'not found']),
  shareVerbatim: z.number().min(0).max(1),
  kinds: z.array(z.enum(CHANGE_KINDS)),
  diff: z
    .array(
      z.union([
        z.strictObject({ kind: z.literal('kept'), text: z.string() }),
        z.strictObject({ kind: z.literal('changed'), removed: z.string(), added: z.string() }),
      ]),
    )
    .meta(
      about('What is quoted: removed words are printed and not in the source, added ones are the source’s.'),
    ),
  source: z
    .strictObject({
      number: z.int().min(1).meta(about('Its number in the list of sources.')),
      title: z.string().nullable().meta(about('Null where it is protected.')),
      url: z.string().nullable(),
    })
    .nullable()
    .meta(about('The one that fits best; null where none does.')),
});

/** A corrections report as JSON: all of the report, and the text it is about. Marks are never grouped. */
export const ReportDocument = z
  .strictObject({
    $schema: z.literal(REPORT_SCHEMA_ID),
    asOf: time,
    issue: z
      .strictObject({
        number: z.int().min(1),
        at: time,
        by: Person,
        preparedBy: z.string(),
        supersedes: z.int().min(1).nullable(),
      })
      .nullable()
      .meta(about('Null in a draft.')),
    project: z.string(),
    article: z.strictObject({
      id,
      title: z.string(),
      byline: z.string().nullable(),
      url: z.string().nullable(),
      publishedAt: time.nullable(),
      phase: z.enum(['before', 'after']).nullable(),
    }),
    version: z.strictObject({
      id,
      number: z.int().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      length: count.meta(about('Unicode code points.')),
      words: count,
      text: z.string(),
    }),
    schemaVersion: z.int().min(1),
    scope: z.string(),
    options: z.strictObject({
      statuses: z.array(status),
      tags: z.array(z.string()).nullable(),
      severities: z.array(severity).nullable(),
      reviewers: z.array(z.string()).nullable(),
      sections: z.array(z.enum(EXTRA_SECTIONS)),
      order: z.enum(REPORT_ORDERS),
      names: z.enum(REPORT_NAMES),
      errors: z.enum(REPORT_ERRORS),
      overlap: z.enum(REPORT_OVERLAPS),
    }),
    reviewers: z.array(Person),
    editors: z.array(Person),
    summary: z.strictObject({
      marks: count,
      rows: count,
      byTag: z.array(z.strictObject({ tag: TagName, count })),
      bySeverity: counts(SEVERITIES),
      byStatus: counts(ANNOTATION_STATUSES),
      checked: z
        .strictObject({
          words: count,
          of: count,
          unchecked: z
            .array(z.tuple([count, count]))
            .meta(about('Paragraphs that hold words nobody has checked: ranges, both ends in.')),
        })
        .nullable()
        .meta(about('How much of the text was checked; null where nobody has said.')),
      leftOut: counts(ANNOTATION_STATUSES),
    }),
    notices: z.array(
      z.strictObject({
        type: z.enum(NOTICE_TYPES),
        text: z.string(),
        numbers: z.array(z.int().min(1)).meta(about('The rows it is about.')),
      }),
    ),
    marks: z.array(MarkDocument),
    sources: z.array(
      z.strictObject({
        number: z.int().min(1),
        url: z.string().nullable(),
        citedBy: z.array(z.int().min(1)).meta(about('Numbers of rows.')),
        quotations: z.array(z.int().min(1)).meta(about('Numbers of the quotations that were found in it.')),
      }),
    ),
    quotes: z
      .array(QuoteDocument)
      .nullable()
      .meta(about('The quotations beside the sources; null where they were not asked for.')),
    collisions: z
      .array(z.tuple([id, id]))
      .meta(about('Accepted marks whose corrections cannot both be made.')),
    leftOutOfText: z
      .array(id)
      .meta(about('Marks whose corrections gave way to another that they collide with.')),
    withheld: z.array(z.string()).meta(about('What this document does not say although Galley knows it.')),
    losses: z
      .array(z.strictObject({ format: z.string(), text: z.string() }))
      .meta(about('What the other formats of this report cannot hold.')),
  })
  .meta({ title: 'Corrections report', description: 'Made by Galley.' });
export type ReportDocument = z.infer<typeof ReportDocument>;

/** The JSON Schema (draft 2020-12) of the JSON format. */
export const reportJsonSchema = (): Record<string, unknown> => ({
  $id: REPORT_SCHEMA_ID,
  ...z.toJSONSchema(ReportDocument),
});
