import { settings } from '@/lib/settings';
import { isOwnOrigin } from './origin';

const THIS_MACHINE = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * The address with which a link for somebody else begins: the desk's public one. A desk that was told none knows only the name of its
 * own machine; then the name counts under which whoever asks has reached it.
 */
export function linkOrigin(headers: Headers, { origin }: { readonly origin: string } = settings()): string {
  if (!THIS_MACHINE.test(origin) || !isOwnOrigin(headers, origin)) return origin;
  return new URL(headers.get('origin') ?? origin).origin;
}
