import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { ordinaryTime, reportOf } from "./run-process.js";
import { shapes } from "./shapes.js";

/** How many times the processor time of an ordinary run one article may take on average, and the start of the process. */
const ARTICLE = 1;
const START = 5;

const FORMATS = ["md", "html", "mdx"];

describe("hostile bodies are checked in bounded time", () => {
  it.each(Object.entries(shapes))(
    "%s",
    async (_group, articles) => {
      const folder = temporaryProject({});
      const names = Object.keys(articles).flatMap((name) =>
        FORMATS.map((format) => `${name.replaceAll(" ", "-")}.${format}`),
      );
      for (const [index, body] of Object.values(articles).entries()) {
        for (const format of FORMATS) {
          const name = `${Object.keys(articles)[index]?.replaceAll(" ", "-")}.${format}`;
          writeFileSync(join(folder, name), `---\ntitle: A\n---\n\n${body}\n`);
        }
      }
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
