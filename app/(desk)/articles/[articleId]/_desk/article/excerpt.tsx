import { sliceText } from '@/lib/text/article-text';
import { span, type Span } from '@/lib/text/offsets';
import { paragraphAt } from '@/lib/text/paragraphs';
import { useDesk } from '../model/use-desk';

/** Code points of the surroundings that are shown on either side. */
const AROUND = 36;

/** A passage with what stands around it, and the number of its paragraph. */
export function Excerpt({ found }: { readonly found: Span }) {
  const { text } = useDesk();
  const from = Math.max(0, found.start - AROUND);
  const to = Math.min(text.length, found.end + AROUND);
  const number = paragraphAt(text, found.start)?.number;
  return (
    <>
      <span className="mr-2 font-sans text-xs text-faint tabular-nums">¶ {number}</span>
      <span className="text-muted">
        {from > 0 ? '…' : ''}
        {sliceText(text, span(from, found.start))}
      </span>
      <mark className="rounded-xs bg-accent-soft text-ink">{sliceText(text, found)}</mark>
      <span className="text-muted">
        {sliceText(text, span(found.end, to))}
        {to < text.length ? '…' : ''}
      </span>
    </>
  );
}
