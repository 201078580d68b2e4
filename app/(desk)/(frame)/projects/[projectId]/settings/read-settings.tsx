import { EmptyState } from '@/app/_ui/empty-state';
import { Section } from '@/app/_ui/page-head';
import type { ProjectView } from '@/lib/contract/project';

/** What the editors ask of reviewers, to read. */
export function ReadSettings({ project }: { readonly project: ProjectView }) {
  if (project.guidelines.trim() === '' && project.knownNames.length === 0) {
    return (
      <EmptyState title="No guidelines yet">
        <p>
          What the editors of this project want checked, and how names are written here, will stand on this
          page.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      {project.guidelines.trim() === '' ? null : (
        <Section title="Guidelines" hint="How this desk works.">
          <p className="font-serif text-[1.0625rem] leading-relaxed break-words whitespace-pre-line">
            {project.guidelines}
          </p>
        </Section>
      )}
      {project.knownNames.length === 0 ? null : (
        <Section title="Known names" hint="Written as this desk writes them.">
          <ul className="columns-2 gap-8 sm:columns-3">
            {project.knownNames.map((name) => (
              <li key={name} className="break-words">
                {name}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
