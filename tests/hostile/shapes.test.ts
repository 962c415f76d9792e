import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { ordinaryTime, reportOf } from "./run-process.js";
import { shapes } from "./shapes.js";

/** How many times the processor time of an ordinary run one article may take on average, and the start of the process. */
const ARTICLE = 1;
const START = 5;

const FORMATS = ["md", "html", "mdx"] as const;
const isLong = process.env.RUNS !== undefined;
/** All formats in `npm run test:all`, else one of each article in turn. */
const formatsOf = (index: number): readonly string[] =>
  isLong ? FORMATS : FORMATS.filter((_, at) => at === index % FORMATS.length);

describe("hostile bodies are checked in bounded time", () => {
  it.each(Object.entries(shapes))(
    "%s",
    async (_group, articles) => {
      const folder = temporaryProject({});
      const files = Object.entries(articles).flatMap(([name, body], index) =>
        formatsOf(index).map((format) => ({
          name: `${name.replaceAll(" ", "-")}.${format}`,
          body,
        })),
      );
      for (const { name, body } of files)
        writeFileSync(join(folder, name), `---\ntitle: A\n---\n\n${body}\n`);
      const names = files.map(({ name }) => name);
      const { code, stderr, report, cpuTime } = await reportOf(folder);
      expect(stderr).toBe("");
      expect([0, 1]).toContain(code);
      expect(report.notChecked).toEqual([]);
      expect(report.files.map(({ path }) => path)).toEqual(names.sort());
      expect(cpuTime).toBeLessThan((START + ARTICLE * names.length) * (await ordinaryTime()));
    },
    120_000,
  );
});
