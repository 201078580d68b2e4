import { announcePresence, type Presence } from '@/lib/commands/announce-presence';
import { withdrawPresence } from '@/lib/commands/withdraw-presence';
import { oneAtATime } from './one-at-a-time';

/**
 * Keeps the table of who is here in step with this process's streams. One write at a time: so nobody who leaves while their
 * coming is being written stays on the list, and two hundred who come at once are one statement.
 */
export class PeopleHere {
  readonly #here = new Map<string, Presence>();
  readonly #announced = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #flush = oneAtATime('who is here could not be written', () => this.#write());

  enter(presence: Presence): void {
    this.#here.set(presence.id, presence);
    this.#flush();
  }

  leave(id: string): void {
    if (!this.#here.delete(id)) return;
    this.#gone.add(id);
    this.#flush();
  }

  /** Says again that everybody is still here. */
  renew(): void {
    if (this.#here.size === 0 && this.#gone.size === 0) return;
    this.#announced.clear();
    this.#flush();
  }

  async #write(): Promise<void> {
    const gone = [...this.#gone];
    if (gone.length > 0) await withdrawPresence(gone);
    for (const id of gone) {
      this.#gone.delete(id);
      this.#announced.delete(id);
    }
    const fresh = [...this.#here.values()].filter(({ id }) => !this.#announced.has(id));
    if (fresh.length > 0) await announcePresence(fresh);
    for (const { id } of fresh) this.#announced.add(id);
  }
}
