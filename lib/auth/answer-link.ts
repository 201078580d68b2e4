import { acceptLink, LINK_GONE } from '@/lib/commands/accept-link';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { LinkAnswer, OpenLink } from '@/lib/contract/person';
import { ok } from '@/lib/result';
import { openLink } from '@/lib/store/one-time-links';
import { hashPassword } from './password-hash';
import { findPasswordFault, type PasswordOwner } from './password-policy';
import { signInAs } from './sign-in-as';

/**
 * What the holder of a one-time link chose: checked, done, and its holder signed in. Returns the headers that carry the session's
 * cookie. 410 `link-used` for every link that does not count any more, or is none for this door.
 */
export async function answerLink(
  answer: LinkAnswer,
  purposes: readonly OpenLink['purpose'][],
  headers: Headers,
): Promise<Outcome<Headers>> {
  const now = new Date();
  const link = await openLink(answer.secret, now);
  if (link === null || !purposes.includes(link.purpose)) return LINK_GONE;
  const owner = readOwner(answer, link);
  if (!owner.ok) return owner;
  const fault = findPasswordFault(answer.password, owner.value);
  if (fault !== null) return wrong('password', fault);
  const { secret } = answer;
  const accepted = await acceptLink(
    { secret, ...owner.value, passwordHash: await hashPassword(answer.password) },
    { now },
  );
  return accepted.ok ? signInAs(accepted.value.personId, headers) : accepted;
}

/** Who it will be: a link for somebody says the address itself, one for an account that exists the name too. */
function readOwner(answer: LinkAnswer, link: OpenLink): Outcome<PasswordOwner> {
  if (link.email !== null && answer.email !== undefined && answer.email !== link.email) {
    return wrong('email', `This link is for ${link.email}.`);
  }
  const email = link.email ?? answer.email;
  const name = link.purpose === 'password-reset' ? link.name : (answer.name ?? link.name);
  if (email === undefined) return wrong('email', 'Say with which address you will sign in.');
  if (name === null) return wrong('name', 'Say by which name others will see you.');
  return ok({ email, name });
}

const wrong = (field: string, message: string): Outcome<never> =>
  failure('invalid-input', message, { errors: [{ field, message }] });
