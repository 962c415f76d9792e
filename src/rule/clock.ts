const DAY = 86_400_000;

/** Moments between which a clock's answers are the same, in milliseconds since 1970. */
export interface Period {
  /** The first of them. */
  readonly from: number;
  /** The first after them. */
  readonly until: number;
}

/** At any time. */
const ALWAYS: Period = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** At no time. */
export const NEVER: Period = { from: ALWAYS.until, until: ALWAYS.from };

/**
 * The moment of a run, as rules ask for it. It notes how long its answers hold, so that what a rule found yesterday is looked
 * for again only where it would find something else today.
 */
export class Clock {
  readonly #now: number;
  #period = ALWAYS;

  /** @param now milliseconds since 1970 */
  constructor(now: number) {
    this.#now = now;
  }

  /** When everything that was answered so far is answered in the same way. */
  get period(): Period {
    return this.#period;
  }

  /** The moment itself, in milliseconds since 1970: it holds only now. */
  get now(): number {
    this.#narrow(this.#now, this.#now);
    return this.#now;
  }

  /** Whether a moment has come. */
  hasCome(moment: number): boolean {
    const has = moment <= this.#now;
    if (has) this.#narrow(moment, ALWAYS.until);
    else if (!Number.isNaN(moment)) this.#narrow(ALWAYS.from, moment);
    return has;
  }

  /** Whole days since a moment; below zero before it. */
  daysSince(moment: number): number {
    const days = Math.floor((this.#now - moment) / DAY);
    if (Number.isFinite(days)) this.#narrow(moment + days * DAY, moment + (days + 1) * DAY);
    return days;
  }

  #narrow(from: number, until: number): void {
    this.#period = within(this.#period, { from, until });
  }
}

/** When two periods both hold. */
export function within(one: Period, other: Period): Period {
  return { from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) };
}

/** Whether what was found in a period is found at a moment, too. */
export function holdsAt({ from, until }: Period, moment: number): boolean {
  return from <= moment && moment < until;
}
