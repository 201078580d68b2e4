import Link from 'next/link';
import { Time } from '@/app/_ui/time';
import type { ProjectView } from '@/lib/contract/project';
import { WhileComing } from '@/app/_ui/tab-links';

/** A project at a glance: what waits in it comes first. */
export function ProjectCard({ project }: { readonly project: ProjectView }) {
  return (
    <li className="group relative flex flex-col rounded-lg border border-line bg-sheet p-5 shadow-low transition-shadow has-[a:hover]:border-line-strong has-[a:hover]:shadow-high">
      <h2 className="headline text-xl break-words">
        <Link
          href={`/projects/${project.id}`}
          className="rounded-sm after:absolute after:inset-0 after:rounded-lg"
        >
          <WhileComing>{project.name}</WhileComing>
        </Link>
      </h2>
      <p className="mt-1 text-sm text-muted">
        {project.role === 'editor' ? 'You edit' : 'You review'} · {count(project.members, 'member')}
      </p>
      <dl className="mt-6 flex items-end gap-6">
        <Figure term="open marks" value={project.open} strong={project.open > 0} />
        <Figure term={project.articles === 1 ? 'article' : 'articles'} value={project.articles} />
      </dl>
      <p className="mt-4 border-t border-line pt-3 text-[0.8125rem] text-muted">
        Last change <Time value={project.updatedAt} />
      </p>
    </li>
  );
}

interface FigureProps {
  readonly term: string;
  readonly value: number;
  readonly strong?: boolean;
}

function Figure({ term, value, strong = false }: FigureProps) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-[0.8125rem] text-muted">{term}</dt>
      <dd className={`font-serif text-3xl leading-none tabular-nums ${strong ? 'text-accent' : ''}`}>
        {value.toLocaleString('en')}
      </dd>
    </div>
  );
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
