import { describe, expect, it } from "vitest";
import { lintFiles } from "../../src/index.js";
import { temporaryProject } from "./temporary-project.js";

describe("the settings of a run", () => {
  it("are listed once for all articles that they hold for, the most articles first", async () => {
    const cwd = temporaryProject({
      ".copydeskrc.json": JSON.stringify({
        rules: { "image/alt-missing": "warn", "text/placeholder": "off" },
        overrides: [{ files: ["drafts/**"], failOn: "info" }],
      }),
      "a.md": "x",
      "b.md": "x",
      "drafts/c.md": "x",
    });
    const { settings, summary, files } = await lintFiles(["."], { cwd });
    expect(settings.map(({ engine, articles, failOn }) => [engine, articles, failOn])).toEqual([
      ["none", 2, "error"],
      ["none", 1, "info"],
    ]);
    expect(settings[0]?.rules).toMatchObject({
      "image/alt-missing": "warning",
      "link/broken": "own",
    });
    expect(settings[0]?.rules).not.toHaveProperty("text/placeholder");
    expect(summary.byRule["link/broken"]).toEqual({ errors: 0, warnings: 0, infos: 0 });
    expect(files.map(({ path, folder, failOn }) => [path, folder, failOn])).toEqual([
      ["a.md", "", "error"],
      ["b.md", "", "error"],
      ["drafts/c.md", "drafts", "info"],
    ]);
  });

  it("say of each article its authors by normalized names, and its words", async () => {
    const cwd = temporaryProject({
      "a.md": "---\nauthors: [ {name: Ada  Byron}, Ada Byron, Bo ]\n---\n\n# One\n\nTwo three.\n",
    });
    const { files } = await lintFiles(["."], { cwd });
    expect(files[0]?.metadata).toMatchObject({ authors: ["Ada Byron", "Bo"], words: 3 });
  });
});
