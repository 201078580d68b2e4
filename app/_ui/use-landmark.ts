'use client';

import { useState } from 'react';

/** The landmark around an element; undefined inside a dialog, and where there is none. */
export function landmarkOf(element: Element): HTMLElement | undefined {
  const around = element.closest<HTMLElement>('header, main, [role=dialog], [role=alertdialog]');
  return around?.matches('header, main') === true ? around : undefined;
}

/**
 * The landmark around an element, for what opens from it to be put into: so a menu stays a part of the header or of the
 * main content it belongs to. Undefined, for the end of the page, inside a dialog, which would cut it off.
 */
export function useLandmark(): readonly [HTMLElement | undefined, (element: Element | null) => void] {
  const [landmark, setLandmark] = useState<HTMLElement>();
  const find = (element: Element | null): void => {
    if (element) setLandmark(landmarkOf(element));
  };
  return [landmark, find];
}
