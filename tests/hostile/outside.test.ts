import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtInRules } from "../../src/config/built-in-rules.js";
import { Project } from "../../src/config/project.js";
import { NO_FLAGS } from "../../src/config/resolve/flags.js";
import { isInside } from "../../src/engine/paths.js";
import { type FileSystem, nodeFileSystem } from "../../src/files/file-system.js";
import type { Report } from "../../src/report/model.js";
import { discover } from "../../src/run/discover.js";
import { run } from "../../src/run/run.js";
import { runIn } from "../cli/run-in-memory.js";
import { temporaryProject } from "../run/temporary-project.js";

const UPWARD = "../".repeat(12);

/** Addresses that lead out of the project, in every spelling that a resolver may fall for. */
const ADDRESSES = [
  "../outside/secret.md#heading",
  "../outside/secret.png",
  `${UPWARD}etc/passwd`,
  "..%2foutside%2fsecret.png",
  "%2e%2e/outside/secret.png",
  "%2e%2e%2foutside%2fsecret.md",
  "..\\outside\\secret.png",
  "posts/../../outside/secret.png",
  "/../outside/secret.png",
  "//outside/secret.png",
  "file:///etc/passwd",
  "file://localhost/etc/passwd",
  "/etc/passwd",
  "/proc/self/environ",
  "/dev/zero",
  "outward/secret.png",
  "outward/secret.md#heading",
  "secret-link.png",
  ".git/config",
  "node_modules/secret.png",
  "a\0b.png",
  "%00/secret.png",
  `${"a/".repeat(3000)}b.png`,
];

const body = ADDRESSES.map((url) => `[a link](<${url}>) ![a picture](<${url}>)\n`).join("\n");
const FRONT_MATTER = `---\ntitle: A\n$schema: ../outside/schema.json\nheadimg: ../outside/secret.png\ncover: file:///etc/passwd\nlayout: ${UPWARD}etc/passwd\n---\n\n`;

/** A project beside a folder that it must not look into, which holds what the addresses name, or nothing. */
function projectBeside(hasSecrets: boolean): string {
  const folder = temporaryProject({
    "outside/": "",
    "site/_config.yml": "title: Site\n",
    "site/source/_posts/a.md": FRONT_MATTER + body,
    "site/a.html": ADDRESSES.map(
      (url) => `<a href="${url}">a link</a><img src="${url}" alt="b">`,
    ).join("\n"),
    "site/.git/HEAD": "ref: refs/heads/main\n",
    "site/.git/config": "[core]\n",
    "site/outward": { link: "../outside" },
    "site/secret-link.png": { link: "../outside/secret.png" },
  });
  if (hasSecrets) {
    writeFileSync(join(folder, "outside/secret.md"), "# Heading\n");
    writeFileSync(join(folder, "outside/secret.png"), "no picture");
    writeFileSync(join(folder, "outside/schema.json"), '{"required": ["nothing-has-this"]}');
  }
  return join(folder, "site");
}

describe("addresses that lead out of the project", () => {
  it("tell nothing about what is there", async () => {
    const reports: unknown[] = [];
    for (const hasSecrets of [true, false]) {
      const { code, stdout } = await runIn(projectBeside(hasSecrets), [".", "--format", "json"]);
      expect([0, 1]).toContain(code);
      const { run: _, ...report }: Report = JSON.parse(stdout);
      expect(report.notChecked).toEqual([]);
      reports.push(report);
    }
    expect(reports[0]).toEqual(reports[1]);
  });

  it("are never followed: no file outside of it is asked for or read", async () => {
    const site = projectBeside(true);
    const touched: string[] = [];
    const noted = <Arguments extends readonly [string, ...unknown[]], Result>(
      method: (...args: Arguments) => Result,
    ) => {
      return (...args: Arguments): Result => {
        touched.push(args[0]);
        return method(...args);
      };
    };
    const files: FileSystem = {
      entries: noted(nodeFileSystem.entries),
      kindOf: noted(nodeFileSystem.kindOf),
      size: noted(nodeFileSystem.size),
      read: noted(nodeFileSystem.read),
      readStart: noted(nodeFileSystem.readStart),
      realPath: nodeFileSystem.realPath,
    };
    const project = new Project({
      cwd: site,
      config: { site: { complete: true, root: "source" } },
      noConfigCode: undefined,
      builtInRules,
      elsewhere: undefined,
    });
    const discovery = await discover(["."], { project, files, noIgnore: false });
    const checked = await run(discovery, {
      project,
      files,
      flags: NO_FLAGS,
      builtInRules,
      now: () => 0,
    });
    expect(checked.report.files).toHaveLength(2);
    expect(touched.length).toBeGreaterThan(5);
    const outward = touched.filter(
      (path) =>
        !isInside(path, site) ||
        path.includes("outward/") ||
        path.endsWith("secret-link.png") ||
        path.includes("\0"),
    );
    expect(outward).toEqual([]);
  });
});

describe("configs that lie beside articles", () => {
  const mark = (marker: string): string =>
    `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "")`;

  /** A project whose folder `posts` brings its own config. */
  function projectWith(name: string, text: (marker: string) => string) {
    const folder = temporaryProject({ "posts/a.md": "---\ntitle: A\n---\n", ".git/HEAD": "" });
    const marker = join(folder, "ran");
    writeFileSync(join(folder, "posts", name), text(marker));
    writeFileSync(join(folder, "posts", "evil.cjs"), `${mark(marker)};\nmodule.exports = {};\n`);
    return { folder, marker };
  }

  const esm = (marker: string): string =>
    `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(marker)}, "");\nexport default {};\n`;

  it.each([
    ["copydesk.config.js", esm],
    ["copydesk.config.mjs", esm],
    ["copydesk.config.ts", esm],
    ["copydesk.config.mts", esm],
    [".copydeskrc.js", esm],
    [".copydeskrc.ts", esm],
    ["copydesk.config.json", () => '{ "extends": ["./evil.cjs"] }'],
    ["copydesk.config.yaml", () => "extends: ./evil.cjs\n"],
    [".copydeskrc", () => "extends: ./evil.cjs\n"],
    ["package.json", () => '{ "copydesk": { "extends": "./evil.cjs" } }'],
    ["copydesk.config.json", () => '{ "plugins": ["./evil.cjs"] }'],
    ["copydesk.config.json", () => '{ "$import": "./evil.cjs" }'],
    ["copydesk.config.yaml", (marker: string) => `rules: !!js/function '${mark(marker)}'\n`],
  ] as const)("run no code: %s", async (name, text) => {
    const { folder, marker } = projectWith(name, text);
    for (const argv of [["."], ["posts/a.md"], ["--print-config", "posts/a.md"]]) {
      const { code, stderr } = await runIn(folder, argv);
      expect(existsSync(marker)).toBe(false);
      expect(code).toBe(2);
      expect(stderr).toContain(name);
    }
  });

  it("run none even in the root when that is refused", async () => {
    for (const name of ["copydesk.config.js", "copydesk.config.ts", "config.js", "config.mjs"]) {
      const { folder, marker } = projectWith("unused.txt", () => "");
      writeFileSync(join(folder, name), esm(marker));
      const { code } = await runIn(folder, [".", "--no-config-code"]);
      expect(existsSync(marker)).toBe(false);
      expect(code, name).toBe(name.startsWith("copydesk") ? 2 : 0);
    }
  });

  it("of other programs are data: what a site's own config says is never run", async () => {
    const { folder, marker } = projectWith("unused.txt", () => "");
    for (const name of [
      "astro.config.mjs",
      "eleventy.config.js",
      "docusaurus.config.js",
      ".eleventy.js",
      "config.js",
      "config.mjs",
    ]) {
      writeFileSync(join(folder, name), esm(marker));
    }
    mkdirSync(join(folder, ".vitepress"));
    writeFileSync(join(folder, ".vitepress/config.ts"), esm(marker));
    writeFileSync(
      join(folder, "_config.yml"),
      "title: !!js/function 'x'\nurl: !ruby/object:A {}\n",
    );
    const { code } = await runIn(folder, ["."]);
    expect(existsSync(marker)).toBe(false);
    expect([0, 1]).toContain(code);
  });
});
