'use client';

import { FilePlus2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';
import type { Result } from '@/lib/result';
import { AddArticleDialog } from './add-article-dialog';
import { readFile, type PickedFile } from './read-file';

export interface AddArticleProps {
  readonly projectId: string;
  readonly label?: string;
}

/** The button that adds an article. A file dropped anywhere on the page opens the dialog with it. */
export function AddArticle({ projectId, label = 'Add article' }: AddArticleProps) {
  const [state, setState] = useState<{ readonly dropped: Result<PickedFile, string> | null } | null>(null);

  useEffect(() => {
    if (state !== null) return;
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const take = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      // Where the page has this button twice, the other one may have taken it.
      if (file === undefined || event.defaultPrevented) return;
      event.preventDefault();
      void readFile(file).then((dropped) => setState({ dropped }));
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', take);
    };
  }, [state]);

  return (
    <>
      <Button
        look="primary"
        icon={<FilePlus2 aria-hidden className="size-4" />}
        onClick={() => setState({ dropped: null })}
      >
        {label}
      </Button>
      {state === null ? null : (
        <AddArticleDialog projectId={projectId} dropped={state.dropped} onClose={() => setState(null)} />
      )}
    </>
  );
}
