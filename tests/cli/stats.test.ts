import { describe, expect, it } from "vitest";
import { reportSchema } from "../../src/report/model.js";
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const TREE = {
  "a.md": '---\ntitle: A\n---\n\n<img src="a.png">\n',
  "b.md": "---\ntitle: B\n---\n\n[a](c.md)\n",
  ".copydeskrc": "site: { complete: true }",
};

/** A clock that moves by one at each look. */
function ticking() {
  let now = 0;
  return () => now++;
}

describe("--stats", () => {
  it("shows phases and rules on standard error, after the report", async () => {
    const cwd = temporaryProject(TREE);
    const { stdout, stderr, code } = await runIn(cwd, ["--stats"], { elapsed: ticking() });
    expect(code).toBe(1);
    expect(stdout).toContain("image/alt-missing");
    expect(stdout).not.toContain("files per second");
    expect(stderr).toMatch(/^\n\d+ ms for 2 files, [\d.]+ files per second\n\nphase +ms +share\n/);
    for (const phase of ["read", "front matter", "body", "facts", "rules", "site index", "report"])
      expect(stderr).toMatch(new RegExp(`^${phase} +[\\d.]+ +[\\d.]+ %$`, "m"));
    expect(stderr).toMatch(/^image\/alt-missing +[\d.]+ +[\d.]+ % +[\d.]+$/m);
    expect(stderr).toMatch(/^link\/broken +[\d.]+ +[\d.]+ % +[\d.]+$/m);
    expect(stderr).not.toContain("\u001b");
  });

  it("leaves standard output to the report, which then says the same as a member of the run", async () => {
    const cwd = temporaryProject(TREE);
    const ran = await runIn(cwd, ["--stats", "--format", "json"], { elapsed: ticking() });
    const { run, ...rest } = reportSchema.parse(JSON.parse(ran.stdout));
    expect(run.stats?.rules.map(({ rule }) => rule)).toContain("image/alt-missing");
    const parts = [
      ...(run.stats?.phases ?? []).map(({ ms }) => ms),
      ...(run.stats?.rules ?? []).map(({ checkMs, siteMs }) => checkMs + siteMs),
    ];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(run.stats?.totalMs);

    const plain = await runIn(cwd, ["--format", "json"]);
    const { run: plainRun, ...plainRest } = reportSchema.parse(JSON.parse(plain.stdout));
    expect(plainRun.stats).toBeUndefined();
    expect(rest).toEqual(plainRest);
    expect(plain.stderr).toBe("");
  });

  it("colours its table only where standard error is coloured", async () => {
    const cwd = temporaryProject(TREE);
    const colored = await runIn(cwd, ["--stats", "--color"]);
    expect(colored.stderr).toContain("\u001b[");
    const plain = await runIn(cwd, ["--stats"], { tty: true, env: { NO_COLOR: "1" } });
    expect(plain.stderr).not.toContain("\u001b");
  });

  it("measures rules that crash, and reports the crash as ever", async () => {
    const cwd = temporaryProject({
      "a.md": "# A\n",
      "copydesk.config.mjs": `export default { plugins: [{ rules: [{
        id: "house/crash", summary: "Crashes", recommended: true, fixes: [], references: [],
        options: { parse: () => ({}), safeParse: () => ({ success: true, data: {} }) },
        messages: {}, stages: { check: true, site: false },
        check: () => ({ h1() { throw new Error("no"); } }), site() {},
      }] }] }`,
    });
    const ran = await runIn(cwd, ["--stats", "a.md"]);
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain("house/crash");
    expect(ran.stderr).toMatch(/^house\/crash /m);
  });
});
