import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

describe("--threads", () => {
  it.each(["0", "65", "-1", "two", "1.5", ""])("refuses %j", async (value) => {
    const { code, stderr } = await runIn(temporaryProject({ "a.md": "Text.\n" }), [
      `--threads=${value}`,
    ]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/--threads|threads/)]);
  });

  it.each(["1", "64", "auto"])("takes %s", async (value) => {
    const folder = temporaryProject({ "a.md": "# Talks\n\nText.\n" });
    expect((await runIn(folder, ["--threads", value])).stderr).toBe("");
  });

  it("has a bound in the config, which is shown", async () => {
    const folder = temporaryProject({ ".copydeskrc": "threads: 2\n", "a.md": "Text.\n" });
    const { stdout } = await runIn(folder, ["--print-config", "a.md"]);
    expect(stdout).toMatch(/^threads +\.copydeskrc +2$/m);
    const wrong = temporaryProject({ ".copydeskrc": "threads: many\n", "a.md": "Text.\n" });
    expect((await runIn(wrong, [])).code).toBe(2);
  });
});
