'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

export interface OptionList<T> {
  /** Which option is lit; -1 for none. */
  readonly lit: number;
  readonly setLit: (index: number) => void;
  /** What the input has to carry so that the list below it is its own. */
  readonly inputProps: {
    readonly role: 'combobox';
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string;
    readonly 'aria-activedescendant': string | undefined;
    readonly autoComplete: 'off';
  };
  readonly listProps: { readonly role: 'listbox'; readonly id: string };
  readonly optionProps: (index: number) => {
    readonly id: string;
    readonly role: 'option';
    readonly 'aria-selected': boolean;
    readonly ref: (element: HTMLElement | null) => void;
    readonly onPointerMove: () => void;
  };
  /** Answers the lit option. */
  readonly picked: T | undefined;
  /** Arrows; true when the key was one of the list's. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/**
 * A list of options below an input that keeps the focus (the combobox pattern of WAI-ARIA). `first` is lit to begin
 * with: 0 where Enter should take the best one, -1 where the input's own text comes first.
 */
export function useOptionList<T>(options: readonly T[], first: 0 | -1, resetOn: string): OptionList<T> {
  const id = useId();
  const [lit, setLit] = useState<number>(first);
  const [seen, setSeen] = useState(resetOn);
  const elements = useRef(new Map<number, HTMLElement>());
  if (seen !== resetOn) {
    setSeen(resetOn);
    setLit(first);
  }
  const at = Math.min(lit, options.length - 1);
  useEffect(() => {
    elements.current.get(at)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKey = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
    if (options.length === 0) return false;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    setLit(at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length);
    return true;
  };
  const optionId = (index: number): string => `${id}-${index}`;
  return {
    lit: at,
    setLit,
    picked: at >= 0 ? options[at] : undefined,
    onKey,
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': options.length > 0,
      'aria-controls': id,
      'aria-activedescendant': at >= 0 ? optionId(at) : undefined,
      autoComplete: 'off',
    },
    listProps: { role: 'listbox', id },
    optionProps: (index) => ({
      id: optionId(index),
      role: 'option',
      'aria-selected': index === at,
      ref: (element) => {
        if (element) elements.current.set(index, element);
        else elements.current.delete(index);
      },
      onPointerMove: () => {
        if (index !== at) setLit(index);
      },
    }),
  };
}
