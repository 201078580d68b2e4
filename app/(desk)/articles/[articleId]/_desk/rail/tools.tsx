'use client';

import {
  BookOpenText,
  History,
  Keyboard,
  Lightbulb,
  List,
  ListChecks,
  Quote,
  TextCursor,
  TextQuote,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { Kbd } from '@/app/_ui/kbd';
import { actionOf, type ActionId } from '../keys/actions';
import { useShortcut } from '../keys/use-shortcut';
import { useDesk } from '../model/use-desk';

/** Ways to work that are no filters. */
export function Tools() {
  const desk = useDesk();
  return (
    <ul className="-mx-2 flex flex-col">
      <Tool id="marks" label="All marks" icon={List} />
      <Tool id="suggestions" label="Suggestions" icon={Lightbulb} />
      <Tool id="quotations" label="Quotations" icon={Quote} />
      <Tool id="sources" label="Sources" icon={BookOpenText} />
      <Tool id="coverage" label="Checked" icon={ListChecks} />
      <Tool id="quote" label="Mark by quote" icon={TextQuote} />
      <Tool id="caret" label="Caret in the text" icon={TextCursor} />
      <li>
        <a className="filter-button" href={`/articles/${desk.data.article.id}/history`}>
          <History aria-hidden className="size-4 text-muted" />
          History
        </a>
      </li>
      <li>
        <a
          className="filter-button"
          href={`/projects/${desk.data.project.id}/trash?article=${desk.data.article.id}`}
        >
          <Trash2 aria-hidden className="size-4 text-muted" />
          Trash
        </a>
      </li>
      <Tool id="help" label="Keys" icon={Keyboard} />
    </ul>
  );
}

interface ToolProps {
  readonly id: ActionId;
  readonly label: string;
  readonly icon: LucideIcon;
}

function Tool({ id, label, icon: Icon }: ToolProps) {
  const desk = useDesk();
  const shortcut = useShortcut(id);
  return (
    <li>
      <button type="button" className="filter-button" onClick={() => actionOf(id).run(desk)}>
        <Icon aria-hidden className="size-4 text-muted" />
        {label}
        {shortcut === undefined ? null : (
          <span aria-hidden className="ml-auto pointer-coarse:hidden">
            <Kbd>{shortcut}</Kbd>
          </span>
        )}
      </button>
    </li>
  );
}
