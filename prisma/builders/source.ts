import { addSource } from '@/lib/commands/add-source';
import type { NewSource, SourceView } from '@/lib/contract/source';
import type { BuiltArticle } from './article';
import { valueOf } from './value-of';

/** A source of an article, with a text unless told otherwise. */
export const buildSource = async (
  { id, project }: BuiltArticle,
  details: Partial<NewSource> = {},
): Promise<SourceView> =>
  valueOf(
    await addSource(
      project.reviewer,
      id,
      { title: 'The minutes', text: 'The harbour board met. It will not close the bridge.', ...details },
      { operationId: null, now: new Date() },
    ),
  );
