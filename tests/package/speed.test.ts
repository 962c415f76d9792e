import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALLOWANCE, NAMES, prepare, references } from "../../scripts/bench/ratios.mjs";

const reference = references();

/** What a change makes slower shows here; `node scripts/bench/ratios.mjs` prints the same figures. */
describe.skipIf(reference === undefined)("speed, as a multiple of the bare parse", () => {
  let measured: ReturnType<typeof prepare>;
  beforeAll(() => {
    measured = prepare();
  });
  afterAll(() => measured.remove());

  it.each(NAMES)("%s is as it was", { timeout: 240_000 }, (name) => {
    const known = reference?.[name] ?? 0;
    expect(known).toBeGreaterThan(0);
    const most = known * ALLOWANCE;
    expect(measured.ratioOf(name, most)).toBeLessThanOrEqual(most);
  });
});
