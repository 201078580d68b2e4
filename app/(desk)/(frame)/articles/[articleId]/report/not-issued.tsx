import { RotateCcw, X } from 'lucide-react';
import { Button, IconButton } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';

interface NotIssuedProps {
  /** One sentence; null where nothing is known. */
  readonly why: string | null;
  /** Null while something stands in the way of issuing. */
  readonly onRetry: (() => void) | null;
  readonly onDismiss: () => void;
}

/** Says that a report was not issued, to whoever wanted it issued and may not have looked on: until it is put away. */
export function NotIssued({ why, onRetry, onDismiss }: NotIssuedProps) {
  return (
    <Notice tone="danger" title="The report was not issued">
      <div className="flex items-start gap-3">
        <p className="mt-0.5 min-w-0 flex-1">{why ?? 'It broke off.'}</p>
        <IconButton label="Put this away" onClick={onDismiss}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <Button
        className="mt-2"
        size="small"
        type="button"
        icon={<RotateCcw aria-hidden className="size-4" />}
        disabled={onRetry === null}
        onClick={() => onRetry?.()}
      >
        Try again
      </Button>
    </Notice>
  );
}
