import { describe, expect, test } from 'vitest';
import type { ArticleView } from '@/lib/contract/article';
import { compareArticles, type Order } from './sort-articles';

interface Sample {
  readonly title?: string;
  readonly open?: number;
  readonly status?: ArticleView['status'];
  readonly updatedAt?: string;
}

const article = (
  id: string,
  { title = id, open = 0, status = 'open', updatedAt = '2026-01-01T00:00:00Z' }: Sample,
) =>
  ({
    id,
    title,
    status,
    updatedAt,
    counts: { marks: open, open, accepted: 0, rejected: 0, sic: 0, merged: 0 },
  }) as ArticleView;

const cases: Record<string, { order: Order; articles: Record<string, Sample>; ids: string }> = {
  'titles as people count and spell': {
    order: { key: 'title', falling: false },
    articles: { a: { title: 'Part 10' }, b: { title: 'part 9' }, c: { title: 'Émile' }, d: { title: 'Zoo' } },
    ids: 'cbad',
  },
  'titles the other way round': {
    order: { key: 'title', falling: true },
    articles: { a: { title: 'A' }, b: { title: 'B' } },
    ids: 'ba',
  },
  'most open first, then the newest': {
    order: { key: 'open', falling: true },
    articles: { a: { open: 1 }, b: { open: 3 }, c: { open: 1, updatedAt: '2026-02-01T00:00:00Z' } },
    ids: 'bca',
  },
  'by status in the order of the work': {
    order: { key: 'status', falling: false },
    articles: { a: { status: 'issued' }, b: { status: 'open' }, c: { status: 'decided' } },
    ids: 'bca',
  },
  'equal ones by id': { order: { key: 'marks', falling: true }, articles: { b: {}, a: {} }, ids: 'ab' },
};

describe('compareArticles', () => {
  for (const [name, { order, articles, ids }] of Object.entries(cases)) {
    test(name, () => {
      const list = Object.entries(articles).map(([id, sample]) => article(id, sample));
      expect(list.sort((a, b) => compareArticles(a, b, order)).map(({ id }) => id)).toEqual([...ids]);
    });
  }
});
