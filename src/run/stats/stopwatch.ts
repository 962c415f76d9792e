/** Time spent in one part of a run, in milliseconds. */
export interface Counter {
  milliseconds: number;
}

/**
 * Books time on counters. It always runs for exactly one counter, so that what is booked adds up to all the
 * time since it was started, and work inside other work is counted once.
 */
export class Stopwatch {
  readonly #clock: () => number;
  readonly #phases = new Map<string, Counter>();
  readonly #started: number;
  #current: Counter;
  #since: number;

  /**
   * @param clock milliseconds since any moment, with fractions; never goes back
   * @param phase what the time is booked on until something else is named
   */
  constructor(clock: () => number, phase: string) {
    this.#clock = clock;
    this.#started = clock();
    this.#since = this.#started;
    this.#current = this.phase(phase);
  }

  /** The counter of a phase; phases are listed in the order in which they are first named. */
  phase(name: string): Counter {
    let counter = this.#phases.get(name);
    if (counter === undefined) {
      counter = { milliseconds: 0 };
      this.#phases.set(name, counter);
    }
    return counter;
  }

  /** Books the time from now on on another counter; returns the one it was booked on. */
  switchTo(counter: Counter): Counter {
    const now = this.#clock();
    this.#current.milliseconds += now - this.#since;
    this.#since = now;
    const before = this.#current;
    this.#current = counter;
    return before;
  }

  /** Books the time of some work on a counter, without the work inside it that has a counter of its own. */
  measure<Result>(counter: Counter, work: () => Result): Result {
    const before = this.switchTo(counter);
    try {
      return work();
    } finally {
      this.switchTo(before);
    }
  }

  /** Everything booked so far, phase by phase, and the time since the start. */
  read(): { readonly phases: ReadonlyMap<string, number>; readonly total: number } {
    this.switchTo(this.#current);
    return {
      phases: new Map([...this.#phases].map(([name, { milliseconds }]) => [name, milliseconds])),
      total: this.#since - this.#started,
    };
  }
}
