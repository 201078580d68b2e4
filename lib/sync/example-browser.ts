import type { Operation, OperationResults } from '@/lib/contract/operation';
import type { CallResult } from './api-client';
import { Outbox, type OutboxDoors } from './outbox';
import type { WindowMessage } from './windows';
import type { Refusal, Work } from './work';
import type { WorkStorage } from './work-storage';

/** A browser for tests: a disk and windows that talk to each other, of which the first that is open sends. */
export class ExampleBrowser {
  waiting: Work[] = [];
  refused: Refusal[] = [];
  disk = 'a disk';
  /** What every write to the disk ends with, where it does not succeed. */
  broken: Error | null = null;
  readonly #windows: {
    open: boolean;
    hear: (message: WindowMessage) => void;
    lead: (leading: boolean) => void;
  }[] = [];

  readonly #storage: WorkStorage = {
    load: (person) => {
      if (this.broken) return Promise.reject(this.broken);
      const mine = <T extends { readonly person: string }>(all: readonly T[]): T[] =>
        structuredClone(all.filter((each) => each.person === person));
      const waiting = mine(this.waiting);
      const ofOthers = this.waiting.length - waiting.length;
      return Promise.resolve({ waiting, refused: mine(this.refused), ofOthers, disk: this.disk });
    },
    change: ({ settled = [], added = [], refused = [], dealtWith = [] }) => {
      if (this.broken) return Promise.reject(this.broken);
      this.waiting = [
        ...this.waiting.filter(({ operation }) => !settled.includes(operation.operationId)),
        ...structuredClone(
          added.filter(
            (work) =>
              !this.waiting.some(({ operation }) => operation.operationId === work.operation.operationId),
          ),
        ),
      ];
      this.refused = [
        ...this.refused.filter(({ id }) => !refused.some((each) => each.id === id)),
        ...refused,
      ].filter(({ id }) => !dealtWith.includes(id));
      return Promise.resolve();
    },
  };

  /** What a browser does whose disk runs full, or whose person clears what sites have stored. */
  emptyStorage(): void {
    this.waiting = [];
    this.refused = [];
    this.disk = 'another disk';
  }

  /** Opens a window in which a person works; `close` is what a crash of it is like too. */
  open(
    person: string,
    send: (operations: readonly Operation[]) => Promise<CallResult<OperationResults>>,
    onFault: OutboxDoors['onFault'] = (thrown) => {
      throw thrown;
    },
  ): { readonly outbox: Outbox; readonly close: () => void } {
    const window = {
      open: true,
      hear: (_: WindowMessage): void => undefined,
      lead: (_: boolean): void => undefined,
    };
    this.#windows.push(window);
    const outbox = new Outbox(person, {
      storage: this.#storage,
      windows: {
        post: (message) => this.#post(window, message),
        listen: (listener) => void (window.hear = listener),
      },
      lead: (onChange) => {
        window.lead = onChange;
        if (this.#first() === window) onChange(true);
      },
      send: async (_, operations) => {
        const answer = await send(operations);
        return window.open ? answer : new Promise<never>(() => undefined);
      },
      onFault,
      random: () => 1,
    });
    const close = (): void => {
      const led = this.#first() === window;
      window.open = false;
      if (led) this.#first()?.lead(true);
    };
    return { outbox, close };
  }

  #first() {
    return this.#windows.find(({ open }) => open);
  }

  #post(from: object, message: WindowMessage): void {
    const copy = structuredClone(message);
    queueMicrotask(() => {
      for (const window of this.#windows) if (window.open && window !== from) window.hear(copy);
    });
  }
}
