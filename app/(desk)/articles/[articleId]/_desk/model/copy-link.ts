import { notify } from '@/app/_ui/toast';
import type { AnnotationView } from '@/lib/contract/annotation';
import { permalinkOf } from './opening';

/** Copies a mark's permalink. Without a clipboard (plain http on a network name) the address bar holds it instead. */
export async function copyLink({ id }: AnnotationView): Promise<void> {
  const url = new URL(permalinkOf(id), window.location.href);
  window.history.replaceState(window.history.state, '', url);
  const { clipboard } = navigator as { clipboard?: Clipboard };
  try {
    if (!clipboard) throw new DOMException('No clipboard here', 'NotAllowedError');
    await clipboard.writeText(url.href);
    notify('Link copied.');
  } catch {
    notify('The link to this mark is in the address bar.');
  }
}
