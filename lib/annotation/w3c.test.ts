import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText } from '@/lib/text/article-text';
import { awkwardText } from '@/lib/text/awkward-texts';
import { span } from '@/lib/text/offsets';
import { repeatKey, targetOf, type Annotation } from './annotation';
import { describeTarget } from './describe-target';
import { fromW3c, toW3c, W3cAnnotation } from './w3c';

const annotate = (value: string, more: Partial<Annotation> = {}): Annotation => {
  const text = createArticleText(value);
  const { position, quote } = describeTarget(text, span(0, text.length));
  return {
    id: 'a1',
    versionId: 'v1',
    authorId: 'p1',
    start: position.start,
    end: position.end,
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    tag: 'name',
    value: null,
    correction: null,
    note: null,
    severity: 'major',
    state: null,
    status: 'open',
    relatedId: null,
    origin: { kind: 'person' },
    revision: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    deletedAt: null,
    ...more,
  };
};

describe('W3C Web Annotations', () => {
  it('writes the model’s own words', () => {
    const json = toW3c(annotate('Soyug-FG', { value: 'Soyug-FG', correction: '' }), 'urn:a1', 'urn:v1');
    expect(json).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'name' },
        { type: 'TextualBody', purpose: 'classifying', value: 'Soyug-FG' },
        { type: 'TextualBody', purpose: 'editing', value: '' },
      ],
      target: {
        source: 'urn:v1',
        selector: [
          { type: 'TextPositionSelector', start: 0, end: 8 },
          { type: 'TextQuoteSelector', exact: 'Soyug-FG', prefix: '', suffix: '' },
        ],
      },
    });
  });

  it('reads back what it wrote', () => {
    const content = fc.record({
      value: fc.option(awkwardText),
      correction: fc.option(fc.oneof(awkwardText, fc.constant(''))),
      note: fc.option(awkwardText),
    });
    fc.assert(
      fc.property(awkwardText, content, (text, bodies) => {
        const annotation = annotate(text, bodies);
        const json = JSON.parse(JSON.stringify(toW3c(annotation, 'urn:a1', 'urn:v1'))) as unknown;
        const { position, quote } = targetOf(annotation);
        expect(fromW3c(W3cAnnotation.parse(json))).toEqual({
          tag: 'name',
          ...bodies,
          target: { position, quote },
        });
      }),
    );
  });

  it('reads no tag and no passage where there is none', () => {
    const json = toW3c(annotate('x'), 'urn:a1', 'urn:v1');
    expect(fromW3c({ ...json, body: [] })).toBeNull();
    const target = { ...json.target, selector: json.target.selector.slice(0, 1) };
    expect(fromW3c({ ...json, target })?.target).toBeNull();
  });
});

describe('repeatKey', () => {
  const one = annotate('a', { value: 'a', correction: null });

  it.each([
    { more: { start: span(5, 5).start, note: 'other', authorId: 'p2' }, same: true },
    { more: { tag: 'role' }, same: false },
    { more: { value: null }, same: false },
    { more: { correction: '' }, same: false },
    { more: { exact: 'b' }, same: false },
  ])('$more', ({ more, same }) => {
    expect(repeatKey({ ...one, ...more }) === repeatKey(one)).toBe(same);
  });
});
