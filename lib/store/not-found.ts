import { failure, type Failure } from '@/lib/contract/failure';

/** One answer for what does not exist and for what is not for whoever asks: a stranger cannot tell which it is. */
export const notFound = (thing: string): { readonly ok: false; readonly failure: Failure } =>
  failure('not-found', `There is no such ${thing}, or it is not for you to see.`);
