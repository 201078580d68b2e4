import { describe, expect, test } from 'vitest';
import type { ArticleView } from '@/lib/contract/article';
import { factsBody, factsChange, factsOf, NO_FACTS } from './facts';

const article = (facts: Partial<ArticleView>): ArticleView =>
  ({
    title: 'Night ferry',
    byline: null,
    url: null,
    publishedAt: null,
    phase: null,
    ...facts,
  }) as ArticleView;

describe('facts', () => {
  test('none are none', () => {
    expect(factsBody(NO_FACTS)).toEqual({ byline: null, url: null, publishedAt: null, phase: null });
    expect(factsOf(article({}))).toEqual({ ...NO_FACTS, title: 'Night ferry' });
  });

  test('blanks are none', () => {
    expect(factsBody({ ...NO_FACTS, byline: ' ', url: '  ' })).toMatchObject({ byline: null, url: null });
  });

  test('what is shown goes back as it came, whatever the zone', () => {
    const facts = {
      byline: 'N. Bell',
      url: 'https://example.org/a',
      publishedAt: '2026-03-29T01:30:00.000Z',
      phase: 'before' as const,
    };
    expect(factsBody(factsOf(article(facts)))).toEqual(facts);
  });

  test('only what was touched is changed, and said as it was', () => {
    const facts = {
      title: 'A',
      byline: 'N. Bell',
      url: null,
      publishedAt: '2026-03-29T01:30:59.123Z',
      phase: null,
    };
    const form = factsOf(article(facts));
    expect(factsChange(article(facts), form)).toBeNull();
    expect(factsChange(article(facts), { ...form, byline: '' })).toEqual({
      byline: null,
      seen: { byline: 'N. Bell' },
    });
    expect(factsChange(article(facts), { ...form, publishedAt: '' })).toEqual({
      publishedAt: null,
      seen: { publishedAt: facts.publishedAt },
    });
  });
});
