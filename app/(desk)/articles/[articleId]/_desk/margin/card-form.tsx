'use client';

import { useState, type ReactNode } from 'react';
import { Button } from '@/app/_ui/button';
import { useLeaveWarning } from '@/app/_ui/use-leave-warning';
import { useDesk } from '../model/use-desk';

export interface CardFormFrameProps {
  readonly label: string;
  /** What was missing, when the form opened by itself. */
  readonly message?: string | null;
  readonly submit: string;
  readonly disabled?: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A small form on a card: Enter does it, Escape leaves the card as it was. */
export function CardFormFrame({
  label,
  message,
  submit,
  disabled = false,
  onSubmit,
  children,
}: CardFormFrameProps) {
  const desk = useDesk();
  const [typed, setTyped] = useState(false);
  useLeaveWarning(typed);
  const leave = (): void => {
    const id = desk.state.get().form?.id;
    desk.state.set({ form: null });
    if (id !== undefined) document.getElementById(`mark-${id}`)?.focus({ preventScroll: true });
  };
  return (
    <form
      aria-label={label}
      noValidate
      className="space-y-2 rounded-md border border-line bg-paper p-2.5"
      onInput={() => setTyped(true)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled) onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation();
          leave();
        } else if (
          event.key === 'Enter' &&
          isText(event.target) &&
          !event.shiftKey &&
          !event.nativeEvent.isComposing
        ) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      {message == null ? null : (
        <p role="alert" className="text-[0.8125rem] font-medium text-danger">
          {message}
        </p>
      )}
      {children}
      <div className="flex justify-end gap-1.5">
        <Button type="button" size="small" look="quiet" onClick={leave}>
          Cancel
        </Button>
        <Button type="submit" size="small" look="primary" disabled={disabled}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

const isText = (target: EventTarget): boolean => target instanceof HTMLTextAreaElement;
