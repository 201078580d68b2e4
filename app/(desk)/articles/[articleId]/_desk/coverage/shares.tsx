import type { CoverageView } from '@/lib/contract/coverage';

/** How much of the article has been checked: in all, by whom, and what it came to. */
export function Shares({ coverage }: { readonly coverage: CoverageView }) {
  const { words, checked, states, people } = coverage;
  const share = sayShare(checked, words);
  return (
    <section aria-label="Share of the words">
      <p className="flex items-baseline gap-2">
        <b className="headline text-2xl tabular-nums">{share}</b>
        <span className="text-sm text-muted">of {words.toLocaleString('en')} words checked</span>
      </p>
      <div aria-hidden className="mt-2 h-1.5 overflow-hidden rounded bg-press forced-colors:border">
        <div
          className="h-full bg-ok forced-color-adjust-none forced-colors:bg-[Highlight]"
          style={{ width: `${words === 0 ? 0 : (100 * checked) / words}%` }}
        />
      </div>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 text-[0.8125rem]">
        {people.map(({ person, words: own }) => (
          <div key={person.id} className="contents">
            <dt className="min-w-0 truncate">{person.name}</dt>
            <dd className="text-right tabular-nums">{sayShare(own, words)}</dd>
          </div>
        ))}
        {states
          .filter((each) => each.words > 0)
          .map((each) => (
            <div key={each.state} className="contents text-muted">
              <dt>{each.state}</dt>
              <dd className="text-right tabular-nums">{sayShare(each.words, words)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** Never 100 % before the last word, nor 0 % after the first. */
function sayShare(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0 %';
  if (part === whole) return '100 %';
  return `${Math.min(99, Math.max(1, Math.round((100 * part) / whole)))} %`;
}
