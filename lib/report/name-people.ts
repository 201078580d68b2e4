import { isDecision } from './history-facts';
import type { PersonLabel } from './report';
import type { ReportAnnotation, ReportInput } from './report-input';

export interface NamedPeople {
  readonly reviewer: (id: string) => PersonLabel;
  readonly editor: (id: string) => PersonLabel;
  /** Who added evidence: an editor where the person decides elsewhere in the report, else a reviewer. */
  readonly contributor: (id: string) => PersonLabel;
}

/**
 * How the report names people. With hidden names they are numbered by role in the order in which the given marks
 * show them, and carry no id; a person who both marks and decides has two such names.
 */
export function namePeople(
  { people, options, history = [] }: Pick<ReportInput, 'people' | 'options' | 'history'>,
  marks: readonly ReportAnnotation[],
): NamedPeople {
  if (options.names === 'shown') {
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const label = (id: string): PersonLabel => {
      const name = names.get(id);
      if (name === undefined) throw new Error(`The report's input names no person ${id}`);
      return { id, name };
    };
    return { reviewer: label, editor: label, contributor: label };
  }
  const shown = new Set(marks.map(({ id }) => id));
  const steps = options.sections.includes('history') ? history.filter(({ markId }) => shown.has(markId)) : [];
  const editors = numbered('Editor', [
    ...marks.flatMap(({ decision }) => decision?.editorId ?? []),
    ...steps.filter(({ deed }) => isDecision(deed)).map(({ personId }) => personId),
  ]);
  const reviewers = numbered('Reviewer', [
    ...marks.flatMap(({ authorId, evidence }) => [
      authorId,
      ...evidence.map(({ byId }) => byId).filter((id) => !editors.has(id)),
    ]),
    ...steps.map(({ personId }) => personId).filter((id) => !editors.has(id)),
  ]);
  const one = (names: ReadonlyMap<string, string>, other: string) => (id: string) => ({
    id: null,
    name: names.get(id) ?? other,
  });
  const editor = one(editors, 'An editor');
  const reviewer = one(reviewers, 'A reviewer');
  return { reviewer, editor, contributor: (id) => (editors.has(id) ? editor(id) : reviewer(id)) };
}

function numbered(role: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const id of ids) if (!names.has(id)) names.set(id, `${role} ${names.size + 1}`);
  return names;
}
