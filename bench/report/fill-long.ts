import { issueToken } from '@/lib/auth/api-tokens';
import { runOperations } from '@/lib/commands/run-operations';
import type { Operation } from '@/lib/contract/operation';
import { OPERATIONS_MAX } from '@/lib/contract/plain/operations-max';
import { newId } from '@/lib/ids';
import type { ReportInput } from '@/lib/report/report-input';
import { buildArticle, type BuiltArticle } from '@/prisma/builders/article';
import { buildProject } from '@/prisma/builders/project';
import { valueOf } from '@/prisma/builders/value-of';

export interface LongDesk {
  /** Where the corrections are. */
  readonly long: BuiltArticle;
  /** Another article, which somebody works on meanwhile. */
  readonly other: BuiltArticle;
  /** The editor's bearer token. */
  readonly token: string;
}

/** A desk with the article and the accepted corrections of a report's input, and another article of a page. */
export async function fillLong({ version, annotations }: ReportInput): Promise<LongDesk> {
  const project = await buildProject();
  const long = await buildArticle({ project, text: version.text });
  const other = await buildArticle({ project });
  const made = annotations.map(({ start, end, exact, tag, value, correction, note, evidence }) => {
    const id = newId();
    const evidenceUrl = evidence[0]?.url;
    return {
      create: {
        kind: 'annotation.create' as const,
        ...{ operationId: newId(), id },
        annotation: {
          ...{ versionId: long.versionId, start, end, exact, tag },
          ...{ value: value ?? '', correction, note: note ?? '' },
          ...(evidenceUrl ? { evidenceUrl } : {}),
        },
      },
      decide: {
        kind: 'annotation.decide' as const,
        ...{ operationId: newId(), id, revision: 1 },
        decision: { verdict: 'accepted' as const },
      },
    };
  });
  for (let from = 0; from < made.length; from += OPERATIONS_MAX) {
    const some = made.slice(from, from + OPERATIONS_MAX);
    await run(
      long,
      some.map(({ create }) => create),
    );
    await run(
      long,
      some.map(({ decide }) => decide),
    );
  }
  const order = { email: project.editor.email, scope: 'write', name: 'bench' } as const;
  return { long, other, token: valueOf(await issueToken(order)).token };
}

async function run({ id, project }: BuiltArticle, operations: readonly Operation[]): Promise<void> {
  const context = { operationId: null, now: new Date() };
  for (const { result } of valueOf(await runOperations(project.editor, id, operations, context))) {
    if (!result.ok) throw new Error(result.failure.detail);
  }
}
