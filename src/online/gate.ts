import type { OnlineEnvironment, OnlineSettings } from "./contract.js";
import { hostSettings } from "./host-settings.js";

interface Turn {
  readonly start: () => Promise<void>;
  readonly refuse: (reason: unknown) => void;
}

/** One host. */
interface Lane {
  readonly limit: number;
  readonly spacingMs: number;
  readonly waiting: Turn[];
  active: number;
  nextStart: number;
  pausedUntil: number;
  /** What the host has asked to wait in all. */
  waitedMs: number;
  isTimed: boolean;
  /** Why nothing more is asked there. */
  closed: Error | undefined;
}

/**
 * Lets requests through: per host so many at once and so far apart, so many at once in all, none to a host that
 * asked to be left alone for a while. A host that waits holds up no other.
 */
export class Gate {
  readonly #settings: OnlineSettings;
  readonly #environment: OnlineEnvironment;
  readonly #lanes = new Map<string, Lane>();
  /** Hosts that could go on but for the limit on all. */
  readonly #stalled = new Set<Lane>();
  #active = 0;
  #isSlow = false;

  constructor(settings: OnlineSettings, environment: OnlineEnvironment) {
    this.#settings = settings;
    this.#environment = environment;
    environment.signal?.addEventListener("abort", () => this.#refuseAll(), { once: true });
  }

  /**
   * Runs work when its turn has come; what continues something begun goes before what begins.
   * Rejects when the run is aborted or the host is closed before.
   */
  pass<Value>(host: string, isBegun: boolean, work: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const lane = this.#lane(host);
      const { signal } = this.#environment;
      if (signal?.aborted === true) reject(signal.reason);
      else if (lane.closed !== undefined) reject(lane.closed);
      else {
        const turn = { start: () => work().then(resolve, reject), refuse: reject };
        if (isBegun) lane.waiting.unshift(turn);
        else lane.waiting.push(turn);
        this.#advance(lane);
      }
    });
  }

  /**
   * Sends nothing to a host for a while.
   * @returns false when that, with what it asked before, is longer than anybody should wait: ask it no more then
   */
  pause(host: string, ms: number): boolean {
    const lane = this.#lane(host);
    const now = this.#environment.now();
    const further = now + ms - Math.max(lane.pausedUntil, now);
    if (further > 0) {
      lane.waitedMs += further;
      lane.pausedUntil = now + ms;
    }
    return lane.waitedMs <= this.#settings.retryAfterLimitMs;
  }

  /**
   * Asks a host no more: whoever waits for it gets the reason.
   * @returns false when it was closed before, for the reason it had then
   */
  close(host: string, reason: Error): boolean {
    const lane = this.#lane(host);
    if (lane.closed !== undefined) return false;
    lane.closed = reason;
    for (const { refuse } of lane.waiting.splice(0)) refuse(reason);
    return true;
  }

  /** Asks a closed host again. */
  reopen(host: string): void {
    this.#lane(host).closed = undefined;
  }

  /** From now on: one request at a time per host, twice as far apart. */
  slowDown(): void {
    this.#isSlow = true;
  }

  #advance(lane: Lane): void {
    while (lane.waiting.length > 0 && lane.active < (this.#isSlow ? 1 : lane.limit)) {
      const rest = Math.max(lane.nextStart, lane.pausedUntil) - this.#environment.now();
      if (rest > 0) {
        this.#advanceLater(lane, rest);
        return;
      }
      if (this.#active >= this.#settings.total) {
        this.#stalled.add(lane);
        return;
      }
      const turn = lane.waiting.shift();
      if (turn !== undefined) this.#start(lane, turn);
    }
  }

  #advanceLater(lane: Lane, ms: number): void {
    if (lane.isTimed) return;
    lane.isTimed = true;
    const { sleep, signal } = this.#environment;
    sleep(ms, signal).then(
      () => {
        lane.isTimed = false;
        this.#advance(lane);
      },
      () => this.#refuseAll(),
    );
  }

  #start(lane: Lane, turn: Turn): void {
    lane.active++;
    this.#active++;
    lane.nextStart = this.#environment.now() + lane.spacingMs * (this.#isSlow ? 2 : 1);
    void turn.start().finally(() => {
      lane.active--;
      this.#active--;
      this.#advance(lane);
      for (const stalled of this.#stalled) {
        if (this.#active >= this.#settings.total) break;
        this.#stalled.delete(stalled);
        this.#advance(stalled);
      }
    });
  }

  #refuseAll(): void {
    for (const lane of this.#lanes.values()) {
      for (const { refuse } of lane.waiting.splice(0)) refuse(this.#environment.signal?.reason);
    }
  }

  #lane(host: string): Lane {
    let lane = this.#lanes.get(host);
    if (lane === undefined) {
      const own = hostSettings(this.#settings, host);
      lane = {
        limit: Math.max(1, own.concurrency ?? this.#settings.concurrency),
        spacingMs: own.spacingMs ?? this.#settings.spacingMs,
        waiting: [],
        active: 0,
        nextStart: 0,
        pausedUntil: 0,
        waitedMs: 0,
        isTimed: false,
        closed: undefined,
      };
      this.#lanes.set(host, lane);
    }
    return lane;
  }
}
