import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Report } from "../../src/report/model.js";
import { lintFiles } from "../../src/run/api.js";
import { temporaryCopy } from "../run/temporary-project.js";

const sites = fileURLToPath(new URL("../../fixtures/sites/", import.meta.url));

const expectedSchema = z.array(
  z.strictObject({
    path: z.string(),
    line: z.int().min(1),
    rule: z.string(),
    text: z.string(),
  }),
);

type Expected = z.infer<typeof expectedSchema>;

/** The rules that say whether a target is there. */
const only = [
  "link/broken",
  "link/anchor",
  "link/case",
  "link/redirect",
  "image/not-found",
  "site/duplicate-url",
];

const engines = readdirSync(sites, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function found(report: Report, folder: string): Expected {
  return report.files.flatMap(({ path, findings }) => {
    const source = readFileSync(join(folder, path), "utf8");
    return findings.map(({ rule, start, end }) => ({
      path,
      line: start.line,
      rule,
      text: source.slice(start.offset, end.offset),
    }));
  });
}

const inOrder = (list: Expected): Expected =>
  list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe.runIf(engines.length > 0)("the site of", () => {
  it.each(engines)("%s shows the wrong targets it holds, and no others", async (engine) => {
    const text = readFileSync(join(sites, engine, "expected.json"), "utf8");
    const expected = expectedSchema.parse(JSON.parse(text));
    const cwd = temporaryCopy(join(sites, engine, "site"));
    const report = await lintFiles([], { cwd, only });
    expect(inOrder(found(report, cwd))).toEqual(inOrder(expected));
  });

  it.each(engines)("%s looks the same article by article", async (engine) => {
    const cwd = temporaryCopy(join(sites, engine, "site"));
    const whole = await lintFiles([], { cwd, only });
    for (const file of whole.files.filter(({ format }) => format !== "other")) {
      const single = await lintFiles([file.path], { cwd, only });
      expect(single.files.find(({ path }) => path === file.path)).toEqual(file);
    }
  });
});
