import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/model.js";
import { temporaryProject } from "../run/temporary-project.js";
import { SHAPES } from "./growth/index.js";
import type { Shape } from "./growth/make.js";
import { reportOf } from "./run-process.js";

/** How often the time may grow when a text becomes four times as long: 4 is linear, 16 quadratic. */
const MOST_GROWTH = 6;
/** Milliseconds below which nothing is judged. */
const NOTICEABLE = 400;
/** All shapes in `npm run test:all`, else one of so many. */
const STEP = process.env.RUNS === undefined ? 120 : 1;

const clock = new URL("growth/cpu-clock.mjs", import.meta.url).href;

/** Milliseconds of processor time, by rule and by phase. */
async function timesOf(
  [extension, , text]: Shape,
  n: number,
): Promise<ReadonlyMap<string, number>> {
  const folder = temporaryProject({ ".git/HEAD": "" });
  writeFileSync(join(folder, `a.${extension}`), text(n));
  const { code, report } = await reportOf(folder, [".", "--stats"], { modules: [clock] });
  expect([0, 1]).toContain(code);
  expect(report.notChecked).toEqual([]);
  return timesIn(report);
}

function timesIn({ run: { stats } }: Report): ReadonlyMap<string, number> {
  return new Map([
    ...(stats?.rules ?? []).map(({ rule, checkMs, siteMs }) => [rule, checkMs + siteMs] as const),
    ...(stats?.phases ?? []).map(({ name, ms }) => [name, ms] as const),
  ]);
}

/** The rules and phases that take more than in proportion, from a length on, with their times. */
async function steepPartsOf(
  shape: Shape,
  base: number,
): Promise<readonly (readonly [part: string, times: string])[]> {
  const long = await timesOf(shape, 4 * base);
  if (![...long.values()].some((time) => time >= NOTICEABLE)) return [];
  const short = await timesOf(shape, base);
  return [...long].flatMap(([part, time]) => {
    const before = Math.max(short.get(part) ?? 0, NOTICEABLE / MOST_GROWTH);
    const growth = time / before;
    return time < NOTICEABLE || growth < MOST_GROWTH
      ? []
      : [[part, `${Math.round(before)} → ${Math.round(time)} ms`] as const];
  });
}

describe("four times as long a text takes at most six times as long, in each rule", () => {
  it("knows every shape", () => expect(Object.keys(SHAPES)).toHaveLength(491));

  it.each(Object.entries(SHAPES).filter((_, index) => index % STEP === 0))(
    "%s",
    async (_name, shape) => {
      const [, base] = shape;
      const steep = new Map(await steepPartsOf(shape, base));
      // A busy machine, or a collection of garbage that comes in one rule's time, shows once and not at twice the length.
      const still = steep.size === 0 ? [] : await steepPartsOf(shape, 2 * base);
      expect(still.filter(([part]) => steep.has(part))).toEqual([]);
    },
    120_000,
  );
});
