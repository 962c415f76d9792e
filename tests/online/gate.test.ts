import { describe, expect, it } from "vitest";
import { Gate } from "../../src/online/gate.js";
import type { OnlineEnvironment } from "../../src/online/index.js";
import { QUICK } from "./lab.js";

/** A clock that stands still until somebody sleeps, and then jumps to the next alarm. */
function clockwork() {
  let time = 0;
  const alarms: { readonly at: number; readonly ring: () => void }[] = [];
  const environment: OnlineEnvironment = {
    now: () => time,
    sleep: (ms) =>
      new Promise((resolve) => {
        alarms.push({ at: time + ms, ring: resolve });
      }),
    random: () => 0.5,
    resolver: async () => [],
    env: {},
  };
  /** Lets everything happen that can, alarm after alarm. */
  const run = async (): Promise<void> => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = alarms.toSorted((first, second) => first.at - second.at)[0];
      if (next === undefined) return;
      alarms.splice(alarms.indexOf(next), 1);
      time = Math.max(time, next.at);
      next.ring();
    }
  };
  return { environment, run, now: () => time };
}

/** Passes `count` works of so many milliseconds and tells when each began. */
function crowd(
  gate: Gate,
  clock: ReturnType<typeof clockwork>,
  host: string,
  count: number,
  ms: number,
) {
  const begun: number[] = [];
  for (let index = 0; index < count; index++) {
    void gate.pass(host, false, async () => {
      begun.push(clock.now());
      await clock.environment.sleep(ms);
    });
  }
  return begun;
}

const SETTINGS = { ...QUICK, concurrency: 2, spacingMs: 100, total: 32 };

describe("Gate", () => {
  it("keeps requests to a host apart", async () => {
    const clock = clockwork();
    const begun = crowd(new Gate(SETTINGS, clock.environment), clock, "a", 4, 10);
    await clock.run();
    expect(begun).toEqual([0, 100, 200, 300]);
  });

  it("has no more under way at a host than it may", async () => {
    const clock = clockwork();
    const begun = crowd(new Gate(SETTINGS, clock.environment), clock, "a", 4, 1_000);
    await clock.run();
    expect(begun).toEqual([0, 100, 1_000, 1_100]);
  });

  it("takes the concurrency and spacing that a host has of its own", async () => {
    const clock = clockwork();
    const hosts = { "*.a.net": { concurrency: 1, spacingMs: 5 } };
    const gate = new Gate({ ...SETTINGS, hosts }, clock.environment);
    const begun = crowd(gate, clock, "www.a.net", 3, 50);
    await clock.run();
    expect(begun).toEqual([0, 50, 100]);
  });

  it("lets a host that waits hold up no other, and counts all against the total", async () => {
    const clock = clockwork();
    const gate = new Gate({ ...SETTINGS, total: 2 }, clock.environment);
    const first = crowd(gate, clock, "a", 3, 40);
    const second = crowd(gate, clock, "b", 1, 40);
    const third = crowd(gate, clock, "c", 1, 40);
    await clock.run();
    expect({ first, second, third }).toEqual({ first: [0, 100, 200], second: [0], third: [40] });
  });

  it("sends nothing to a host while it is paused, and says when that takes too long", async () => {
    const clock = clockwork();
    const gate = new Gate({ ...SETTINGS, retryAfterLimitMs: 5_000 }, clock.environment);
    expect(gate.pause("a", 2_000)).toBe(true);
    expect(gate.pause("a", 1_000)).toBe(true);
    const begun = crowd(gate, clock, "a", 1, 0);
    const others = crowd(gate, clock, "b", 1, 0);
    await clock.run();
    expect({ begun, others }).toEqual({ begun: [2_000], others: [0] });
    expect(gate.pause("a", 4_000)).toBe(false);
  });

  it("lets what was begun go before what was not", async () => {
    const clock = clockwork();
    const gate = new Gate({ ...SETTINGS, concurrency: 1 }, clock.environment);
    const order: string[] = [];
    const pass = (name: string, isBegun: boolean) =>
      gate.pass("a", isBegun, async () => {
        order.push(name);
      });
    void pass("first", false);
    void pass("second", false);
    void pass("hop", true);
    await clock.run();
    expect(order).toEqual(["first", "hop", "second"]);
  });

  it("asks one at a time and further apart once it is slow", async () => {
    const clock = clockwork();
    const gate = new Gate(SETTINGS, clock.environment);
    gate.slowDown();
    const begun = crowd(gate, clock, "a", 3, 250);
    await clock.run();
    expect(begun).toEqual([0, 250, 500]);
  });

  it("refuses all who wait when a host is closed or the run is ended", async () => {
    const clock = clockwork();
    const end = new AbortController();
    const gate = new Gate(SETTINGS, { ...clock.environment, signal: end.signal });
    const hang = () => new Promise<never>(() => {});
    void gate.pass("a", false, hang);
    const closed = gate.pass("a", false, hang);
    gate.close("a", new Error("closed"));
    await expect(closed).rejects.toThrow("closed");
    await expect(gate.pass("a", false, hang)).rejects.toThrow("closed");
    void gate.pass("b", false, hang);
    const waiting = gate.pass("b", false, hang);
    end.abort(new Error("ended"));
    await expect(waiting).rejects.toThrow("ended");
    await expect(gate.pass("c", false, hang)).rejects.toThrow("ended");
  });
});
