'use client';

import { AvatarStack } from '@/app/_ui/avatar';
import { tip } from '@/app/_ui/tip';
import { useDeskState } from '../model/use-desk';

/** Who else looks at the article right now. */
export function PeopleHere() {
  const others = useDeskState((state) => state.others);
  if (others.length === 0) return null;
  const words = `Also here: ${others.map(({ name }) => name).join(', ')}`;
  return (
    <button
      type="button"
      {...tip(words)}
      className="flex h-8 shrink-0 items-center rounded-full hover:bg-hover pointer-coarse:h-11"
    >
      <span className="sr-only">{words}</span>
      <AvatarStack people={others} decorative />
    </button>
  );
}
