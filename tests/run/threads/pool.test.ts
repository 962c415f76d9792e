import { describe, expect, it } from "vitest";
import { NO_FLAGS } from "../../../src/config/resolve/flags.js";
import { checkInThreads, type ThreadOutcome } from "../../../src/run/threads/pool.js";

const module = new URL("./worker-double.mjs", import.meta.url);

/** What becomes of texts that are handed to threads, three at a time. */
async function outcomesOf(texts: readonly string[], base = "") {
  const waiting = [...texts];
  const outcomes: (readonly [string, ThreadOutcome])[] = [];
  await checkInThreads<string>(
    {
      next: () => waiting.splice(0, 3),
      articleOf: (source) => ({ path: source, source, problems: [], isContext: false }),
      take: (source, outcome) => outcomes.push([source, outcome]),
    },
    {
      module,
      threads: 2,
      patience: 1500,
      settings: { project: { cwd: "/" }, flags: NO_FLAGS, base, startedAt: 0 },
    },
  );
  return new Map(outcomes);
}

const checked = (source: string): ThreadOutcome => ({ kind: "checked", text: `${source}!` });
const texts = Array.from({ length: 20 }, (_, number) => `text ${number}`);

describe("threads", () => {
  it("check every article once", async () => {
    expect(await outcomesOf(texts)).toEqual(new Map(texts.map((text) => [text, checked(text)])));
  });

  it.each([
    ["hang", "stuck"],
    ["die", "undone"],
    ["throw", "undone"],
    ["babble", "undone"],
  ] as const)(
    "are ended where an article lets them %s, and the others are checked",
    async (source, kind) => {
      const outcomes = await outcomesOf([...texts.slice(0, 4), source, ...texts.slice(4)]);
      expect(outcomes.get(source)).toEqual({ kind });
      for (const text of texts) expect(outcomes.get(text)).toEqual(checked(text));
    },
  );

  it("leave everything undone where none comes up", async () => {
    const outcomes = await outcomesOf(texts, "never");
    expect(outcomes).toEqual(new Map(texts.map((text) => [text, { kind: "undone" }])));
  });

  it("have nothing to do for no articles", async () => {
    expect(await outcomesOf([])).toEqual(new Map());
  });
});
