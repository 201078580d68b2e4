import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@/lib/ids';
import { nextMark } from '../desk/next-mark';
import { figuresOf, type Figures } from '../measure/figures';
import type { LongDesk } from './fill-long';

/** Milliseconds between two requests: a desk at which a dozen people work. */
const PACE = 40;

/**
 * Makes marks on the other article and reads its marks by turns, at a steady pace whatever the answers take, while
 * something lasts. Latencies count from when a request was due, so that a server that stands still is seen.
 */
export async function loadSteadily(
  url: string,
  { other, token }: LongDesk,
  meanwhile: Promise<unknown>,
): Promise<Figures> {
  const latencies: number[] = [];
  const open: Promise<void>[] = [];
  const state = { over: false, errors: 0 };
  void meanwhile.finally(() => (state.over = true));
  const began = performance.now();
  for (let sent = 0; !state.over; sent += 1) {
    const due = began + sent * PACE;
    await pause(Math.max(0, due - performance.now()));
    const asked = sent % 2 === 0 ? write(url, other, token) : read(url, other, token);
    open.push(
      asked
        .then(async (answer) => {
          await answer.arrayBuffer();
          if (answer.ok) latencies.push(performance.now() - due);
          else state.errors += 1;
        })
        .catch(() => void (state.errors += 1)),
    );
  }
  await Promise.all(open);
  await meanwhile;
  return figuresOf({ seconds: (performance.now() - began) / 1_000, latencies, errors: state.errors });
}

const write = (url: string, other: LongDesk['other'], token: string): Promise<Response> =>
  fetch(`${url}/api/v1/annotations/${newId()}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': newId(),
    },
    body: JSON.stringify(nextMark(other)),
  });

const read = (url: string, { id }: LongDesk['other'], token: string): Promise<Response> =>
  fetch(`${url}/api/v1/articles/${id}/annotations?limit=100`, {
    headers: { authorization: `Bearer ${token}` },
  });
