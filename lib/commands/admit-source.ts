import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { transaction } from '@/lib/store/transaction';
import { articleToWrite } from './article-to-write';

/** Whether whoever asks may add a source to an article: asked before anything is read for one. Writes nothing. */
export const admitSource = (actor: Actor, articleId: string): Promise<Outcome<null>> =>
  transaction(async (store) => {
    const article = await articleToWrite(store, actor, articleId, {
      may: can.changeSources,
      what: 'add sources',
    });
    return article.ok ? ok(null) : article;
  });
