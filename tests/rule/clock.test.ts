import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Clock, holdsAt } from "../../src/rule/clock.js";
import { runs } from "../runs.js";

const DAY = 86_400_000;
const moment = fc.integer({ min: -5 * DAY, max: 5 * DAY });
const question = fc.record({ kind: fc.constantFrom("hasCome", "daysSince"), moment });

const answersOf = (clock: Clock, questions: readonly { kind: string; moment: number }[]) =>
  questions.map((one) =>
    one.kind === "hasCome" ? clock.hasCome(one.moment) : clock.daysSince(one.moment),
  );

describe("a clock", () => {
  it("gives the same answers at every moment for which it says so, and this is one", () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 5 }), moment, moment, (questions, now, other) => {
        const clock = new Clock(now);
        const answers = answersOf(clock, questions);
        expect(holdsAt(clock.period, now)).toBe(true);
        const later = answersOf(new Clock(other), questions);
        if (holdsAt(clock.period, other)) expect(later).toEqual(answers);
      }),
      { numRuns: runs(500) },
    );
  });

  it("holds until an answer changes, not a millisecond longer or shorter", () => {
    const clock = new Clock(3 * DAY + 5);
    expect([clock.hasCome(2 * DAY), clock.hasCome(4 * DAY)]).toEqual([true, false]);
    expect(clock.period).toEqual({ from: 2 * DAY, until: 4 * DAY });
    expect(clock.daysSince(0)).toBe(3);
    expect(clock.period).toEqual({ from: 3 * DAY, until: 4 * DAY });
  });

  it("holds at no other moment for who reads it, and always for who asks nothing", () => {
    const clock = new Clock(7);
    expect(holdsAt(clock.period, Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(clock.now).toBe(7);
    expect([6, 7, 8].map((one) => holdsAt(clock.period, one))).toEqual([false, false, false]);
  });

  it("takes no notice of what is no moment", () => {
    const clock = new Clock(7);
    expect(clock.hasCome(Number.NaN)).toBe(false);
    expect(clock.daysSince(Number.NaN)).toBeNaN();
    expect(holdsAt(clock.period, -1)).toBe(true);
  });
});
