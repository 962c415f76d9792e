import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const PLUGIN = `export default { plugins: [{ rules: [{
  id: "house/no|<pipes>", summary: "No <b>pipes</b> | bars", recommended: false, fixes: ["safe"], references: ["House style 7"],
  options: { parse: () => ({}), safeParse: () => ({ success: true, data: {} }) },
  messages: { found: { severity: "info", what: "A pipe.", why: "",
      help: "Remove it." } },
  stages: { check: true, site: false }, check() {}, site() {},
}] }] }`;

describe("copydesk rules", () => {
  it("lists them as a table", async () => {
    const { stdout, code } = await runIn(temporaryProject({}), ["rules"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^image\/alt-missing +error /m);
    expect(stdout).toContain("only in the preset strict");
  });

  it("lists them as JSON with messages and options", async () => {
    const { stdout } = await runIn(temporaryProject({}), ["rules", "--format", "json"]);
    const listed: unknown = JSON.parse(stdout);
    expect(listed).toHaveLength(rules.length);
    expect(listed).toContainEqual(
      expect.objectContaining({
        id: "text/duplicate-paragraph",
        recommended: true,
        options: expect.arrayContaining([
          { name: "minWeight", default: expect.any(Number), description: expect.any(String) },
        ]),
      }),
    );
  });

  it("prints the page docs/rules.md", async () => {
    const { stdout } = await runIn(temporaryProject({}), ["rules", "--format", "md"]);
    const page = new URL("../../docs/rules.md", import.meta.url);
    expect(stdout).toBe(readFileSync(page, "utf8"));
  });

  it("lists a plugin's rules too, without a link to a page they do not have", async () => {
    const cwd = temporaryProject({ "copydesk.config.mjs": PLUGIN });
    const { stdout } = await runIn(cwd, ["rules", "--format", "md"]);
    expect(stdout).toContain(
      "| house/no\\|&lt;pipes> | No &lt;b>pipes&lt;/b> \\| bars | info | fix |  |\n",
    );
  });

  it("refuses formats it does not have", async () => {
    const { code, stderr } = await runIn(temporaryProject({}), ["rules", "--format", "html"]);
    expect(code).toBe(2);
    expect(stderr).toContain('Choices: "table", "md", "json"');
  });
});
