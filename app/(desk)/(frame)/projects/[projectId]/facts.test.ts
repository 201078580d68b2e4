import { describe, expect, test } from 'vitest';
import type { ArticleView } from '@/lib/contract/article';
import { factsBody, factsOf, NO_FACTS } from './facts';

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
});
