import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newRow, openCache, writtenCache } from "../../src/run/kept/cache-file.js";
import { unpacked } from "../../src/run/kept/kept-text.js";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const SITE: ProjectTree = {
  ".copydeskrc": "site:\n  complete: true\n",
  "a.md": "# Talks\n\n![](a.png) [b](b.md#none)\n",
  "b.md": "# Other talks\n\n![](b.png)\n",
};
const NOON = Date.parse("2026-01-01T12:00:00Z");
const DAY = 86_400_000;

/** A project with a folder for caches of its own. */
function project(tree: ProjectTree = SITE) {
  const folder = temporaryProject(tree);
  const home = temporaryProject({});
  const file = join(home, "desk.cache");
  const own: Readonly<Record<string, string>> = { XDG_CACHE_HOME: home };
  const run = (argv: readonly string[] = [], now = NOON, env = own) =>
    runIn(folder, ["--cache-location", file, ...argv], { env, now: () => now });
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  return { folder, home, file, run, write };
}

describe("the cache of articles", () => {
  it("prints the same warm as cold, and is written for the user alone", async () => {
    const { run, file, home } = project();
    const cold = await run();
    expect(cold.stderr).toBe("");
    expect(await run()).toEqual(cold);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, "copydesk/cache-key")).mode & 0o777).toBe(0o600);
  });

  it("is not written again where nothing is new", async () => {
    const { run, file, write } = project();
    await run();
    const { ino } = statSync(file);
    await run();
    expect(statSync(file).ino).toBe(ino);
    write("b.md", "# New\n\n![](b.png)\n");
    expect((await run(["-f", "concise"])).stdout).toContain("b.md:3:1");
    expect(statSync(file).ino).not.toBe(ino);
  });

  it("forgets what depends on the day when that comes", async () => {
    const text = "<!-- expires 2026-01-03 -->\n\nNews.\n";
    const date = "---\ntitle: Talks\ndate: 2026-01-03\n---\n\nNews.\n";
    const { run } = project({ "a.md": text, "b.md": date });
    const rules = ["--only", "front-matter/date-order,text/expired", "--rule", "text/expired:warn"];
    const said = new Set<string>();
    for (const days of [0, 1, 2, 3, 4, 0, 400]) {
      const now = NOON + days * DAY;
      const warm = await run(rules, now);
      const fresh = await runIn(
        temporaryProject({ "a.md": text, "b.md": date }),
        [...rules, "--no-cache"],
        { now: () => now },
      );
      expect(warm).toEqual(fresh);
      said.add(warm.stdout);
    }
    expect(said.size).toBeGreaterThan(2);
  });

  it("forgets what depends on when an article of the site appears", async () => {
    const site = {
      "hugo.toml": 'baseURL = "https://example.org/"\n',
      "content/a.md": "---\ntitle: Talks\ndate: 2020-01-01\n---\n\nSee [the news](/b/).\n",
      "content/b.md": "---\ntitle: News\ndate: 2026-01-03T00:00:00Z\n---\n\nNews.\n",
    };
    const { run } = project(site);
    const rules = ["content", "--only", "link/broken"];
    const said: string[] = [];
    for (const days of [0, 1, 2, 1, 0]) {
      const now = NOON + days * DAY;
      const warm = await run(rules, now);
      const fresh = await runIn(temporaryProject(site), [...rules, "--no-cache"], {
        now: () => now,
      });
      expect(warm).toEqual(fresh);
      said.push(warm.stdout);
    }
    expect(said[1]).not.toBe(said[2]);
  });

  it("knows a run again by its files, and looks at none of its articles then", async () => {
    const { run, file, home, folder } = project();
    await run();
    const key = readFileSync(join(home, "copydesk", "cache-key"));
    const cache = openCache(file, key);
    if (cache.kind !== "open") throw new Error(cache.kind);
    // The texts of articles are empty: only the run is left.
    const rows = cache.rows.map((row) => {
      const bytes = row.bytes() ?? Buffer.alloc(0);
      const isRun = /^\{"(?:asked|version)":/.test(unpacked(bytes, 100_000) ?? "");
      return newRow(row.key, row.place, row.used, isRun ? bytes : Buffer.alloc(0));
    });
    expect(rows).toHaveLength(4);
    writeFileSync(file, writtenCache(rows, key));
    const { ino } = statSync(file);
    const warm = await run();
    expect(statSync(file).ino).toBe(ino);
    expect(warm).toEqual(await runIn(folder, ["--no-cache"], { now: () => NOON }));
  });

  it("judges a list of pages anew when it changes, or a page is gone, and nothing else", async () => {
    const { run, write, folder } = project({
      "mkdocs.yml": "site_name: A\nnav:\n  - index.md\n  - a.md\n  - b.md\n",
      ".git/HEAD": "ref: refs/heads/main\n",
      "docs/index.md": "# Home\n",
      "docs/a.md": "# A\n",
      "docs/b.md": "# B\n",
    });
    const only = ["--only", "site/navigation", "-f", "concise"];
    expect((await run(only)).stdout).not.toContain("mkdocs.yml");
    expect((await run(only)).stdout).not.toContain("mkdocs.yml");
    write("mkdocs.yml", "site_name: A\nnav:\n  - index.md\n  - a.md\n  - c.md\n");
    expect((await run(only)).stdout).toContain("mkdocs.yml:5:5");
    write("docs/c.md", "# C\n");
    expect((await run(only)).stdout).not.toContain("mkdocs.yml");
    rmSync(join(folder, "docs/a.md"));
    expect((await run(only)).stdout).toContain("mkdocs.yml:4:5");
  });

  it("hides no finding where somebody else has written it", async () => {
    const { run, file, home } = project();
    const cold = await run(["-f", "json"]);
    const forger = Buffer.alloc(32, 7);
    const secret = readFileSync(join(home, "copydesk", "cache-key"));
    const cache = openCache(file, secret);
    if (cache.kind !== "open") throw new Error(cache.kind);
    writeFileSync(file, writtenCache(cache.rows, forger));
    const warm = await run(["-f", "json"]);
    expect(warm.stdout).toBe(cold.stdout);
    expect(warm.stderr).toContain("is damaged or was not written by this user");
    expect((await run(["-f", "json"])).stderr).toBe("");
  });

  it("is shared by those who have one key in COPYDESK_CACHE_KEY", async () => {
    const { run, home } = project();
    const env = { XDG_CACHE_HOME: home, COPYDESK_CACHE_KEY: "secret" };
    await run([], NOON, env);
    expect(existsSync(join(home, "copydesk"))).toBe(false);
    expect((await run([], NOON, env)).stderr).toBe("");
    expect((await run([], NOON, { ...env, COPYDESK_CACHE_KEY: "other" })).stderr).toContain(
      "not written by this user",
    );
  });

  it("is not kept in the project, key and all", async () => {
    const { run, folder } = project();
    const { stderr, code } = await run([], NOON, { XDG_CACHE_HOME: join(folder, "cache") });
    expect([code, stderr]).toEqual([1, expect.stringContaining("is in the project")]);
    expect(existsSync(join(folder, "cache"))).toBe(false);
  });

  it("may lie in the project where the command line names it, but takes the place of nothing else", async () => {
    const { folder, home } = project({ ...SITE, "notes.txt": "Mine." });
    const to = (file: string) =>
      runIn(folder, ["--cache-location", file], { env: { XDG_CACHE_HOME: home } });
    expect((await to("desk.cache")).stderr).toBe("");
    expect(existsSync(join(folder, "desk.cache"))).toBe(true);
    const refused = await to("notes.txt");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("not a cache")]);
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("Mine.");
    expect((await to(".git/desk.cache")).code).toBe(2);
  });

  it("is left out with a note where it cannot be written", async () => {
    const { run } = project();
    const { code, stderr } = await run([], NOON, { XDG_CACHE_HOME: "/dev/null" });
    expect([code, stderr]).toEqual([1, expect.stringContaining("no key can be written")]);
  });

  it("serves the articles around one that is checked", async () => {
    const { run } = project();
    const cold = await run(["a.md"]);
    await run();
    expect(await run(["a.md"])).toEqual(cold);
  });
});
