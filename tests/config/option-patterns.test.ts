import { describe, expect, it } from "vitest";
import { runIn } from "../cli/run-in-memory.js";
import { temporaryProject } from "../run/temporary-project.js";

const ARTICLE = "---\ntitle: A good title\n---\n\nHarbour Daily, all rights reserved\n";

const config = (pattern: string): string =>
  JSON.stringify({
    rules: { "*": "off", "text/scraper-residue": ["warn", { patterns: [pattern] }] },
  });

async function found(files: Readonly<Record<string, string>>, ...flags: string[]) {
  const folder = temporaryProject({ ".git/HEAD": "", ...files });
  return runIn(folder, [".", "--format", "concise", ...flags]);
}

describe("patterns in the options of rules", () => {
  it("may look around in the config in the project root", async () => {
    const { code, stdout } = await found({
      ".copydeskrc.json": config("^(?!The )Harbour"),
      "a.md": ARTICLE,
    });
    expect(stdout).toContain("text/scraper-residue");
    expect(code).toBe(0);
  });

  it.each([
    ["in a folder of articles", { "news/.copydeskrc.json": config("^(?!The )Harbour") }, []],
    [
      "where code is refused",
      { ".copydeskrc.json": config("^(?!The )Harbour") },
      ["--no-config-code"],
    ],
  ])("may not look around %s", async (_name, files, flags) => {
    const { code, stderr } = await found({ ...files, "news/a.md": ARTICLE }, ...flags);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /\.copydeskrc\.json:1:\d+ .*The pattern "\^\(\?!The \)Harbour" looks around with \(\?!, which could take unbounded time/,
    );
  });

  it("match in any config when they need not look around", async () => {
    const { stdout } = await found({
      "news/.copydeskrc.json": config("^(Harbour\\s?)+Daily"),
      "news/a.md": ARTICLE,
    });
    expect(stdout).toContain("text/scraper-residue");
  });
});
