/** How long the event loop of this thread was kept from the next turn, in milliseconds. */
export interface Held {
  /** By the clock: what else the machine did counts as well. */
  readonly longest: number;
  /** Of processor time of this thread alone. */
  readonly busiest: number;
}

/** Looks every millisecond how long it is since it looked last. */
export class LoopWatch {
  #wall = performance.now();
  #busy = busyTime();
  #held: Held = { longest: 0, busiest: 0 };
  readonly #timer = setInterval(() => this.#look(), 1);

  #look(): void {
    const [wall, busy] = [performance.now(), busyTime()];
    this.#held = {
      longest: Math.max(this.#held.longest, wall - this.#wall),
      busiest: Math.max(this.#held.busiest, busy - this.#busy),
    };
    [this.#wall, this.#busy] = [wall, busy];
  }

  /** The most since it was asked last. */
  take(): Held {
    this.#look();
    const held = this.#held;
    this.#held = { longest: 0, busiest: 0 };
    return held;
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

function busyTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
