import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../../rules/index.js";
import { markdownlintRules } from "../../../src/config/compat/markdownlint.js";
import { runIn } from "../../cli/run-in-memory.js";
import { temporaryProject } from "../../run/temporary-project.js";

const ONLY = ["--only", "link/empty,desk/*", "-f", "json"];
const ARTICLE = `<!-- markdownlint-disable-next-line MD042 -->
A [word]().

<!-- prettier-ignore -->
A [word]().
`;

async function checked(config: string) {
  const folder = temporaryProject({ "copydesk.config.yaml": config, "a.md": ARTICLE });
  const { stdout } = await runIn(folder, [".", ...ONLY]);
  const [file] = JSON.parse(stdout).files;
  const lines = (list: readonly { start: { line: number } }[] = []) =>
    list.map(({ start }) => start.line);
  return { found: lines(file.findings), suppressed: lines(file.suppressed) };
}

describe("compat.markdownlint", () => {
  it("maps to rules that there are", () => {
    const ids = new Set(rules.map(({ id }) => id));
    const { ours, byName } = markdownlintRules();
    expect([...ours.values()].flat().filter((id) => !ids.has(id))).toEqual([]);
    expect([...(byName.get("no-alt-text") ?? [])]).toEqual(["MD045"]);
  });

  it("silences what the comments for markdownlint are about, only where it is on", async () => {
    expect(await checked("compat: { markdownlint: true }")).toEqual({
      found: [5],
      suppressed: [2],
    });
    expect(await checked("{}")).toEqual({ found: [2, 5], suppressed: [] });
  });

  it("holds for some articles, by overrides, and is shown by --print-config", async () => {
    const config = "overrides: [{ files: b.md, compat: { markdownlint: true } }]";
    expect(await checked(config)).toEqual({ found: [2, 5], suppressed: [] });
    const folder = temporaryProject({ "copydesk.config.yaml": config });
    const { stdout } = await runIn(folder, ["--print-config", "b.md"]);
    expect(stdout).toMatch(/compat\.markdownlint +copydesk\.config\.yaml.* true/);
  });

  it("leaves comments for other tools as they are, also when fixing", async () => {
    const folder = temporaryProject({ "a.md": `${ARTICLE}\nTwo  spaces. \n` });
    await runIn(folder, [".", "--fix", "--fix-suggestions"]);
    const text = readFileSync(join(folder, "a.md"), "utf8");
    expect(text).toContain("<!-- prettier-ignore -->\n");
    expect(text).toContain("<!-- markdownlint-disable-next-line MD042 -->\n");
  });

  it("counts for what is kept of articles", async () => {
    const folder = temporaryProject({ "copydesk.config.yaml": "{}", "a.md": ARTICLE });
    const args = [".", ...ONLY, "--cache-location", join(folder, "kept")];
    const suppressed = async (): Promise<number> =>
      JSON.parse((await runIn(folder, args)).stdout).summary.suppressed;
    expect(await suppressed()).toBe(0);
    writeFileSync(join(folder, "copydesk.config.yaml"), "compat: { markdownlint: true }");
    expect(await suppressed()).toBe(1);
  });

  it("is a setting with nothing else in it", async () => {
    const folder = temporaryProject({
      "copydesk.config.yaml": "compat: { eslint: true }",
      "a.md": "",
    });
    const { code, stderr } = await runIn(folder, ["."]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("eslint")]);
  });
});
