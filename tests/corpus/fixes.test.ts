import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { toFrontMatterSchema } from "../../src/config/front-matter/schema.js";
import { FRONT_MATTER_PRESETS } from "../../src/engines/presets.js";
import { PLAIN_SITE, projectFiles } from "../../src/testing/check-texts.js";
import { tryOffers } from "../fix/try-offers.js";
import { type CorpusSite, hasCorpus, readCorpus } from "./corpus.js";

/** Changes tried of each rule, message, kind of change and site; with `ALL_FIXES=1` every one. */
const isAll = process.env.ALL_FIXES === "1";
const CAP = isAll ? Number.POSITIVE_INFINITY : 2;
/** Characters of the longest article to read, unless all changes are tried: one of 850 000 would take half the time. */
const LONGEST = isAll ? Number.POSITIVE_INFINITY : 200_000;

/** Tries changes of every rule, the whole site in view, so that as many as can be fire. */
function tryOn({ engine, articles, files }: CorpusSite) {
  return tryOffers(
    {
      articles: articles
        .filter(({ source }) => source.length <= LONGEST)
        .map(({ path, source }) => ({ path, text: source })),
      // Without those that need files of their own.
      rules: rules
        .filter(({ fixes, load }) => fixes.length > 0 && load === undefined)
        .map((rule) => ({ rule })),
      engine,
      settings: {
        site: { ...PLAIN_SITE, complete: true },
        schema: FRONT_MATTER_PRESETS.has(engine.name)
          ? toFrontMatterSchema(engine.name)
          : undefined,
        requireReasons: false,
        knownRules: new Set(rules.map(({ id }) => id)),
      },
      files: projectFiles(
        files.map((path) => ({
          path,
          bytes: 1000,
          type: undefined,
          hash: undefined,
          size: undefined,
        })),
      ),
      now: Date.parse("2026-11-22T00:00:00Z"),
    },
    CAP,
  );
}

describe.runIf(hasCorpus)("a fix or suggestion applied alone to a real article", () => {
  it("leaves one that parses, without the finding, and the same in all other places", () => {
    const trials = readCorpus().map((site) => ({ name: site.name, ...tryOn(site) }));
    const wrong = trials.flatMap((trial) => trial.wrong.map((line) => `${trial.name}/${line}`));
    expect(wrong).toEqual([]);
    const tried = trials.reduce((sum, trial) => sum + trial.tried, 0);
    if (isAll) console.info(`${tried} changes tried.`);
    expect(tried).toBeGreaterThan(200);
  }, 1_200_000);
});
