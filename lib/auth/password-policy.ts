import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/contract/plain/password-length';

/** 10 to this power guesses: what a stolen hash has to withstand. */
const GUESSES_LOG10 = 10;
/** What stands beyond this is not looked at: its first part decides already, and the check stays quick. */
const CHECKED_LENGTH = 100;

let estimator: ZxcvbnFactory | undefined;

/** Made at first use: its word lists take 50 ms to prepare, which most processes never need. */
const getEstimator = (): ZxcvbnFactory =>
  (estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: CHECKED_LENGTH }));

/** Whose password it is to be: their own name and address are the first that somebody else would try. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/**
 * What is wrong with a new password, as one sentence that says what to do; null when it will do. Length first, then how
 * many guesses it would take (common passwords, keyboard rows, dates, repetitions, the owner's name and address).
 */
export function findPasswordFault(password: string, owner: PasswordOwner): string | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) {
    return `The password has ${length === 1 ? '1 character' : `${length} characters`}; use at least ${PASSWORD_MIN}. A few words that do not belong together are easy to remember.`;
  }
  if (length > PASSWORD_MAX) {
    return `The password has ${length.toLocaleString('en')} characters; use at most ${PASSWORD_MAX.toLocaleString('en')}.`;
  }
  if (password.includes('\0') || !password.isWellFormed()) {
    return 'The password holds a character that no keyboard makes; type it again.';
  }
  const estimate = getEstimator().check(password, wordsAbout(owner));
  if (estimate.guessesLog10 >= GUESSES_LOG10) return null;
  return `The password is too easy to guess: ${describeWeakness(estimate)}. Use a few words that do not belong together.`;
}

function wordsAbout({ name, email }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@');
  const parts = [name, email, local, domain].flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(['galley', ...parts])].filter((word) => word.length > 2);
}

function describeWeakness({ sequence }: ZxcvbnResult): string {
  const longest = sequence
    .filter((match) => match.pattern !== 'bruteforce' && match.pattern !== 'separator')
    .sort((a, b) => b.token.length - a.token.length)[0];
  switch (longest?.pattern) {
    case 'dictionary':
      if (longest['dictionaryName'] === 'userInputs')
        return 'it is built on your name or your e-mail address';
      return 'it is built on one of the most common passwords';
    case 'repeat':
      return 'it repeats itself';
    case 'sequence':
      return 'it follows the alphabet or counts';
    case 'spatial':
      return 'it follows the keys of a keyboard';
    case 'date':
    case 'regex':
      return 'it is built on a date';
    default:
      return 'there is too little variety in it';
  }
}
