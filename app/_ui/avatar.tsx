import { cx } from './class-names';

/** First letters of the first and last word, by grapheme, so that a name in any script gives something readable. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  const segmenter = new Intl.Segmenter();
  return picked.map((word) => [...segmenter.segment(word)][0]?.segment.toLocaleUpperCase() ?? '').join('');
}

export interface AvatarProps {
  readonly name: string;
  readonly size?: 'small' | 'medium';
  /** Beside the written name it is decoration. */
  readonly decorative?: boolean;
}

/** A person's initials in a circle. */
export function Avatar({ name, size = 'small', decorative = false }: AvatarProps) {
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full border border-line bg-sunken font-semibold text-ink select-none',
        size === 'small' ? 'size-6.5 text-[0.625rem]' : 'size-8 text-xs',
      )}
    >
      {initials(name)}
    </span>
  );
}

export interface AvatarStackProps {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly max?: number;
  /** Inside of something that says the names. */
  readonly decorative?: boolean;
}

/** A few people overlapping; the rest as a number. The names are all said. */
export function AvatarStack({ people, max = 3, decorative = false }: AvatarStackProps) {
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const rest = people.length - shown.length;
  const names = people.map((person) => person.name).join(', ');
  if (people.length === 0) return <span className="text-faint">–</span>;
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': names, title: names })}
      className="inline-flex -space-x-1.5"
    >
      {shown.map((person) => (
        <span key={person.id} className="rounded-full ring-2 ring-sheet">
          <Avatar name={person.name} decorative />
        </span>
      ))}
      {rest > 0 ? (
        <span
          aria-hidden
          className="inline-flex size-6.5 items-center justify-center rounded-full border border-line bg-sunken text-[0.625rem] font-semibold text-muted ring-2 ring-sheet"
        >
          +{rest}
        </span>
      ) : null}
    </span>
  );
}
