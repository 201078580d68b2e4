'use client';

import { useState, type DragEvent } from 'react';

export interface FileDrop {
  /** Whether a file is held above it. */
  readonly over: boolean;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Makes a place take a file that is dropped on it: the first, where there are several. */
export function useFileDrop(take: (file: File) => void): FileDrop {
  const [over, setOver] = useState(false);
  return {
    over,
    onDragOver: (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event) => {
      const file = event.dataTransfer.files[0];
      setOver(false);
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      take(file);
    },
  };
}
