import type { OnlineEnvironment, OnlineSettings } from "./contract.js";

interface Lane {
  readonly limit: number;
  readonly spacingMs: number;
  active: number;
  nextStart: number;
  pausedUntil: number;
  /** Settles when the one before has started: starts are in order. */
  lastStart: Promise<void>;
  readonly freed: (() => void)[];
}

/**
 * Lets requests through: per host so many at once and so far apart, so many at once in all, and none to a host
 * that asked to be left alone for a while.
 */
export class Gate {
  readonly #settings: OnlineSettings;
  readonly #environment: OnlineEnvironment;
  readonly #lanes = new Map<string, Lane>();
  readonly #freed: (() => void)[] = [];
  #active = 0;
  /** Times the spacing: more than 1 in the slow second pass. */
  slowness = 1;

  constructor(settings: OnlineSettings, environment: OnlineEnvironment) {
    this.#settings = settings;
    this.#environment = environment;
  }

  /** Runs work when its turn has come. Rejects when the run is aborted before. */
  async pass<Value>(host: string, work: () => Promise<Value>): Promise<Value> {
    const lane = this.#lane(host);
    const before = lane.lastStart;
    let started = (): void => {};
    lane.lastStart = new Promise((resolve) => {
      started = resolve;
    });
    try {
      await before;
      await this.#wait(lane);
    } finally {
      started();
    }
    try {
      return await work();
    } finally {
      lane.active--;
      this.#active--;
      lane.freed.shift()?.();
      this.#freed.shift()?.();
    }
  }

  /** Nothing more is sent to a host before this moment. */
  pause(host: string, until: number): void {
    const lane = this.#lane(host);
    lane.pausedUntil = Math.max(lane.pausedUntil, until);
  }

  /** The moment until which a host is left alone; in the past when it is not. */
  pausedUntil(host: string): number {
    return this.#lane(host).pausedUntil;
  }

  async #wait(lane: Lane): Promise<void> {
    const { now, sleep, signal } = this.#environment;
    for (;;) {
      signal?.throwIfAborted();
      const rest = Math.max(lane.nextStart, lane.pausedUntil) - now();
      if (lane.active >= lane.limit) await freed(lane.freed);
      else if (rest > 0) {
        // Whoever waits for a place may have the one that this lane was woken for.
        this.#freed.shift()?.();
        await sleep(rest, signal);
      } else if (this.#active >= this.#settings.total) await freed(this.#freed);
      else break;
    }
    lane.active++;
    this.#active++;
    lane.nextStart = now() + lane.spacingMs * this.slowness;
  }

  #lane(host: string): Lane {
    let lane = this.#lanes.get(host);
    if (lane === undefined) {
      const own = this.#settings.hosts[host];
      lane = {
        limit: Math.max(1, own?.concurrency ?? this.#settings.concurrency),
        spacingMs: own?.spacingMs ?? this.#settings.spacingMs,
        active: 0,
        nextStart: 0,
        pausedUntil: 0,
        lastStart: Promise.resolve(),
        freed: [],
      };
      this.#lanes.set(host, lane);
    }
    return lane;
  }
}

function freed(queue: (() => void)[]): Promise<void> {
  return new Promise((resolve) => {
    queue.push(resolve);
  });
}
