import type { ArticleView } from '@/lib/contract/article';
import type { ProjectView } from '@/lib/contract/project';
import type { ProjectActor } from '@/lib/policy/actor';
import type { TagSchema } from '@/lib/schema/tag-schema';

/** What the server hands to the desk; all of it plain data. What others change of it meanwhile, the live stream brings. */
export interface DeskData {
  readonly project: Pick<ProjectView, 'id' | 'name' | 'lastSeq'>;
  readonly article: ArticleView;
  /** The text of the article's current version. */
  readonly text: string;
  /** All marks of that version, the deleted ones included, as `packMarks` wrote them; they come after the text. */
  readonly marks: Promise<string>;
  readonly schema: TagSchema;
  /** Whether the server fetches the page behind a link. */
  readonly fetchesPages: boolean;
  readonly me: ProjectActor;
}
