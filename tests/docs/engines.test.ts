import { afterAll, beforeAll, expect, it } from "vitest";
import { createSandbox, type Sandbox, typecheck } from "../package/sandbox.js";
import { fencesOf, textOf } from "./fences.js";

const SITE = {
  "press.yaml": "address: https://press.example/\npages: texts\n",
  "texts/index.md": "# Press\n\n[About us](/about/), [tag](/tags/news/), [logo](/logo.svg)\n",
  "texts/about.md":
    "# About us\n\n[Home](/), [misspelt](/abut/), [draft](/soon/), [lost](/lost.svg)\n",
  "texts/soon.md": "---\ndraft: true\n---\n\n# Soon\n\nNot yet.\n",
  "assets/logo.svg": "<svg/>\n",
};

let sandbox: Sandbox;
let files: readonly string[];
beforeAll(() => {
  sandbox = createSandbox();
  for (const [path, text] of Object.entries(SITE)) sandbox.write(path, text);
  files = fencesOf("docs/engines.md").flatMap((fence) => {
    const file = fence.words.find((word) => word.startsWith("file="))?.slice("file=".length);
    if (file === undefined) return [];
    sandbox.write(file, textOf(fence));
    return [file];
  });
}, 240_000);
afterAll(() => sandbox?.remove());

it("has an engine that compiles", () => {
  expect(typecheck(sandbox, files)).toBe("");
}, 60_000);

it("brings an engine from outside: recognised, its content found, its links judged", () => {
  const { stdout, stderr } = sandbox.copydesk("--only", "link/broken", "--format", "json");
  expect(stderr).toBe("");
  const report = JSON.parse(stdout);
  const broken = report.files.flatMap((file: { path: string; findings: { start: object }[] }) =>
    file.findings.map(({ start }) => [file.path, start]),
  );
  expect(report.files.map((file: { path: string; engine: string }) => file.engine)).toEqual([
    "press",
    "press",
    "press",
  ]);
  expect(broken).toMatchObject([
    ["texts/about.md", { line: 3, column: 23 }],
    ["texts/about.md", { line: 3, column: 40 }],
    ["texts/about.md", { line: 3, column: 56 }],
  ]);
  expect(report.summary.unknown).toEqual({});
}, 60_000);

it("can be named in a config, and is what a config extends", () => {
  const config = (text: string): void => {
    sandbox.write(
      "copydesk.config.ts",
      `import { pressPlugin } from "./press.ts";\nexport default { plugins: [pressPlugin], ${text} };\n`,
    );
  };
  for (const text of ['engine: "press"', 'extends: ["press"]']) {
    config(text);
    expect(sandbox.copydesk("--print-config", "texts/about.md").stdout).toMatch(
      /engine\s.*"press"/,
    );
  }
  config('engine: "pres"');
  const { status, stderr } = sandbox.copydesk("texts/about.md");
  expect(stderr).toContain('The engine "pres" does not exist.');
  expect(stderr).toContain('Did you mean "press"?');
  expect(status).toBe(2);
}, 60_000);
