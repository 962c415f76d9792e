import { statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runIn } from "../../cli/run-in-memory.js";
import { temporaryProject } from "../temporary-project.js";

const SITE = {
  ".git/HEAD": "ref: x\n",
  "copydesk.config.json": '{ "site": { "complete": true } }',
  "a.md": "# A\n\nSee [the part](b.md#part) and [another](c.md#other).\n",
  "b.md": "# B\n\n## Part\n\nText.\n",
  "c.md": "# C\n\n## Other\n\nText, and [a link](none.md).\n",
};

/** So late that every stamp was settled before. */
const LATER = Date.now() + 60_000;

/** Runs over a project with a cache of its own. */
function project() {
  const folder = temporaryProject(SITE);
  const home = temporaryProject({});
  const run = async (args: readonly string[]) => {
    const cached = { env: { XDG_CACHE_HOME: home }, now: () => LATER };
    const kept = ["--cache-location", join(home, "x.cache")];
    const { code, stdout } = await runIn(folder, [...args, ...kept, "-f", "concise"], cached);
    return `${code}\n${stdout}`;
  };
  const fresh = async (args: readonly string[]) => {
    const { code, stdout } = await runIn(folder, [...args, "--no-cache", "-f", "concise"]);
    return `${code}\n${stdout}`;
  };
  return { folder, run, fresh };
}

describe("articles that are known by their stamps", () => {
  it("are context where one article is named, however they are known", async () => {
    const { run, fresh } = project();
    const right = await fresh(["a.md"]);
    expect(right).not.toContain("c.md:");
    await run([]);
    for (const _ of [1, 2, 3]) expect(await run(["a.md"])).toBe(right);
  });

  it("are read again as soon as they change, whatever time they claim", async () => {
    const { folder, run, fresh } = project();
    await run(["a.md"]);
    expect(await run(["a.md"])).toMatch(/^0\n/);
    const file = join(folder, "b.md");
    const { atime, mtime } = statSync(file);
    writeFileSync(file, SITE["b.md"].replace("Part", "Cart"));
    utimesSync(file, atime, mtime);
    const told = await run(["a.md"]);
    expect(told).toContain("link/anchor");
    expect(told).toBe(await fresh(["a.md"]));
  });

  it("make a report of the whole site that is out of date once one of them changes", async () => {
    const { folder, run, fresh } = project();
    await run([]);
    writeFileSync(join(folder, "a.md"), `${SITE["a.md"]}\nMore.\n`);
    // The others are not read for this report.
    await run([]);
    writeFileSync(join(folder, "c.md"), "# C\n\nText.\n");
    const told = await run([]);
    expect(told).toContain("a.md:3");
    expect(told).toBe(await fresh([]));
  });
});
