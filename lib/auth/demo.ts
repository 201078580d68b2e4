import { failure, type Outcome } from '@/lib/contract/failure';
import type { DemoSignIn } from '@/lib/contract/person';
import { DEMO_ROLES } from '@/lib/contract/person';
import { DEMO_EMAILS } from '@/lib/policy/demo-people';
import { settings } from '@/lib/settings';
import { db } from '@/lib/store/client';
import { findDemoObstacle } from './demo-offer';
import { signInAs } from './sign-in-as';

export interface DemoPerson {
  readonly as: DemoSignIn['as'];
  readonly name: string;
  readonly email: string;
}

/** Whether a request with these headers may sign in to the demo by one click. */
export const demoOffered = (headers: Headers): boolean => findDemoObstacle(headers, settings()) === null;

/** Whom the sign-in page can offer: none where the demo is not offered. */
export async function demoPeople(headers: Headers): Promise<readonly DemoPerson[]> {
  if (!demoOffered(headers)) return [];
  const people = await Promise.all(DEMO_ROLES.map(findDemoPerson));
  return people.flatMap((person, index) => {
    const as = DEMO_ROLES[index];
    return person === null || as === undefined ? [] : [{ as, name: person.name, email: person.email }];
  });
}

/** Starts a session as one of the demo's people; returns the headers that carry its cookie. */
export async function signInToDemo({ as }: DemoSignIn, headers: Headers): Promise<Outcome<Headers>> {
  const obstacle = findDemoObstacle(headers, settings());
  if (obstacle !== null) return failure('forbidden', obstacle);
  const person = await findDemoPerson(as);
  if (person === null) return failure('not-found', `The demo’s ${as} is not there any more.`);
  return signInAs(person.id, headers);
}

/** Never somebody who administers the desk, whatever their address. */
const findDemoPerson = (as: DemoSignIn['as']) =>
  db().person.findFirst({
    where: { email: DEMO_EMAILS[as], admin: false, deactivatedAt: null },
    select: { id: true, name: true, email: true },
  });
