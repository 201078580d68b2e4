'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';

export interface AddressSearchProps {
  readonly label: string;
  readonly placeholder: string;
  /** What is searched for now. */
  readonly q: string;
  /** The address of the same screen with another search. */
  readonly pathFor: (q: string) => string;
}

const PAUSE = 250;

/** Searches a list whose search is part of its address, so that what was found can be passed on and gone back to. */
export function AddressSearch({ label, placeholder, q, pathFor }: AddressSearchProps) {
  const router = useRouter();
  const [text, setText] = useState(q);
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  function go(next: string, wait: number): void {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      startTransition(() => router.replace(pathFor(next.trim()), { scroll: false }));
    }, wait);
  }

  return (
    <form
      role="search"
      aria-busy={pending}
      className="relative min-w-52 flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        go(text, 0);
      }}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-faint"
      />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        maxLength={200}
        onChange={(event) => go(event.target.value, PAUSE)}
        className="control !pl-9"
      />
    </form>
  );
}
