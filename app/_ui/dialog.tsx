'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';
import { Button, buttonClass } from './button';
import { cx } from './class-names';

const BACKDROP =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0';
const VIEWPORT = 'fixed inset-0 z-40 flex items-end justify-center sm:items-center sm:p-6';
const POPUP =
  'flex max-h-[100dvh] w-full flex-col overflow-hidden rounded-t-xl border border-line bg-raised text-ink shadow-high outline-none ' +
  'transition-[opacity,translate] duration-150 data-ending-style:translate-y-2 data-ending-style:opacity-0 ' +
  'data-starting-style:translate-y-2 data-starting-style:opacity-0 sm:max-h-[min(52rem,calc(100dvh-3rem))] sm:rounded-xl';

const WIDTHS = { small: 'sm:max-w-md', medium: 'sm:max-w-xl', large: 'sm:max-w-4xl' } as const;

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly width?: keyof typeof WIDTHS;
  readonly children: ReactNode;
  /** The row of buttons at the foot, the main one last. */
  readonly footer?: ReactNode;
  /** Where focus goes first, when it is not the first field. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Where focus goes on closing, when it is not to what had it before; null says "there after all", false "nowhere". */
  readonly finalFocus?: () => HTMLElement | false | null;
  /** For a body that is only read: it can take the focus itself, so that keys scroll it. */
  readonly reading?: boolean;
}

const FIELDS = 'input:not([type=hidden], [type=file], [readonly]), textarea, [role=combobox], [role=radio]';

/**
 * A modal window with a title, a body that scrolls and a foot that stays. Escape and the cross close it. The first field
 * has the focus, except after a touch, where that would open the keyboard over it.
 */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, width = 'medium', children, footer } = props;
  const { initialFocus, finalFocus, reading = false } = props;
  const body = useRef<HTMLDivElement>(null);
  const firstField = (by: string): HTMLElement | null =>
    by === 'touch' ? null : (body.current?.querySelector<HTMLElement>(FIELDS) ?? null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Viewport className={VIEWPORT}>
          <Base.Popup
            className={cx(POPUP, WIDTHS[width])}
            initialFocus={initialFocus ?? firstField}
            {...(finalFocus === undefined ? {} : { finalFocus })}
          >
            <header className="flex items-start gap-4 px-5 pt-5 sm:px-6">
              <div className="min-w-0 flex-1">
                <Base.Title className="headline text-xl">{title}</Base.Title>
                {description === undefined ? null : (
                  <Base.Description className="mt-1.5 text-sm text-muted" render={<div />}>
                    {description}
                  </Base.Description>
                )}
              </div>
              <Base.Close
                render={
                  <button
                    type="button"
                    aria-label="Close"
                    className={cx(buttonClass('quiet', 'small'), '-mt-1 -mr-2 !px-2')}
                  >
                    <X aria-hidden className="size-4.5" />
                  </button>
                }
              />
            </header>
            <div
              ref={body}
              className="min-h-0 flex-1 overflow-y-auto px-5 py-5 sm:px-6"
              {...(reading ? { tabIndex: 0 } : {})}
            >
              {children}
            </div>
            {footer === undefined ? null : (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-sheet px-5 py-3.5 sm:px-6">
                {footer}
              </footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A question: "Deactivate Ana Roy?" */
  readonly title: string;
  /** What will happen, in a sentence or two. */
  readonly children: ReactNode;
  /** The verb of the question, never "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
}

/** Asks before something that cannot simply be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, children, confirm, danger = false, busy = false, onConfirm } = props;
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={BACKDROP} />
        <AlertDialog.Viewport className={VIEWPORT}>
          <AlertDialog.Popup className={cx(POPUP, 'sm:max-w-md')}>
            <div className="px-5 pt-5 pb-5 sm:px-6">
              <AlertDialog.Title className="headline text-xl">{title}</AlertDialog.Title>
              <AlertDialog.Description className="mt-2 text-sm text-muted" render={<div />}>
                {children}
              </AlertDialog.Description>
            </div>
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-sheet px-5 py-3.5 sm:px-6">
              <AlertDialog.Close render={<Button look="quiet">Cancel</Button>} />
              <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
                {confirm}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
