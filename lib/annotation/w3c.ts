import { codePoint } from '@/lib/text/offsets';
import { z } from 'zod';
import type { Annotation, AnnotationBodies } from './annotation';
import type { TargetSelectors } from './selectors';

/**
 * The part of an annotation that the W3C Web Annotation Data Model has words for, in JSON-LD.
 * https://www.w3.org/TR/annotation-model/: the tag is a `tagging` body, its value a `classifying` one, the correction
 * an `editing` one (empty: delete) and the note a `commenting` one.
 */
const body = z.object({
  type: z.literal('TextualBody'),
  purpose: z.enum(['tagging', 'classifying', 'editing', 'commenting']),
  value: z.string(),
});

const selector = z.discriminatedUnion('type', [
  z.object({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(0) }),
  z.object({
    type: z.literal('TextQuoteSelector'),
    exact: z.string().min(1),
    prefix: z.string().default(''),
    suffix: z.string().default(''),
  }),
]);

export const W3cAnnotation = z.object({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.string(),
  type: z.literal('Annotation'),
  created: z.string().optional(),
  modified: z.string().optional(),
  body: z.array(body),
  target: z.object({ source: z.string(), selector: z.array(selector) }),
});
export type W3cAnnotation = z.infer<typeof W3cAnnotation>;

type Described = AnnotationBodies &
  Pick<Annotation, 'start' | 'end' | 'exact' | 'prefix' | 'suffix' | 'createdAt' | 'updatedAt'>;

/** An annotation as JSON-LD. `id` and `source` are the IRIs under which it and its version are known. */
export function toW3c(annotation: Described, id: string, source: string): W3cAnnotation {
  const { start, end, exact, prefix, suffix } = annotation;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    body: [
      textualBody('tagging', annotation.tag),
      textualBody('classifying', annotation.value),
      textualBody('editing', annotation.correction),
      textualBody('commenting', annotation.note),
    ].flat(),
    target: {
      source,
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact, prefix, suffix },
      ],
    },
  };
}

const textualBody = (purpose: W3cAnnotation['body'][number]['purpose'], value: string | null) =>
  value === null ? [] : [{ type: 'TextualBody' as const, purpose, value }];

/** What Galley reads in a JSON-LD annotation. The tag is as it was written: a key, a label, or a stranger. */
export interface ReadW3c extends AnnotationBodies {
  /** Null when the annotation names no passage by both selectors. */
  readonly target: TargetSelectors | null;
}

/** The first body of each purpose counts; null when no body names a tag. */
export function fromW3c(annotation: W3cAnnotation): ReadW3c | null {
  const first = (purpose: string): string | null =>
    annotation.body.find((one) => one.purpose === purpose)?.value ?? null;
  const tag = first('tagging');
  if (tag === null) return null;
  return {
    tag,
    value: first('classifying') || null,
    correction: first('editing'),
    note: first('commenting') || null,
    target: readTarget(annotation.target.selector),
  };
}

function readTarget(selectors: W3cAnnotation['target']['selector']): TargetSelectors | null {
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  if (!position || !quote || position.start >= position.end) return null;
  return { position: { ...position, start: codePoint(position.start), end: codePoint(position.end) }, quote };
}
