import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Stopwatch } from "../../../src/run/stats/stopwatch.js";
import { runs } from "../../runs.js";

/** A clock that stands still unless it is moved. */
function clock() {
  let now = 1000;
  return {
    now: () => now,
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

describe("a stopwatch", () => {
  it("counts work inside other work once", () => {
    const { now, pass } = clock();
    const stopwatch = new Stopwatch(now, "start");
    pass(1);
    stopwatch.measure(stopwatch.phase("outer"), () => {
      pass(2);
      stopwatch.measure(stopwatch.phase("inner"), () => pass(4));
      pass(8);
    });
    pass(16);
    const { phases, total } = stopwatch.read();
    expect([...phases]).toEqual([
      ["start", 17],
      ["outer", 10],
      ["inner", 4],
    ]);
    expect(total).toBe(31);
  });

  it("goes on for what was measured before when the work throws", () => {
    const { now, pass } = clock();
    const stopwatch = new Stopwatch(now, "start");
    const work = (): never => {
      pass(3);
      throw new TypeError("no");
    };
    expect(() => stopwatch.measure(stopwatch.phase("work"), work)).toThrow("no");
    pass(5);
    expect([...stopwatch.read().phases.values()]).toEqual([5, 3]);
  });

  it("books all the time there was, whatever is measured in whatever order", () => {
    const step = fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(20), fc.boolean());
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { now, pass } = clock();
        const stopwatch = new Stopwatch(now, "a");
        for (const [name, milliseconds, nested] of steps) {
          const counter = stopwatch.phase(name);
          if (nested) stopwatch.measure(counter, () => pass(milliseconds));
          else {
            stopwatch.switchTo(counter);
            pass(milliseconds);
          }
        }
        const { phases, total } = stopwatch.read();
        expect([...phases.values()].reduce((sum, value) => sum + value, 0)).toBe(total);
      }),
      { numRuns: runs(50) },
    );
  });
});
