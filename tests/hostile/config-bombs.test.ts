import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { ordinaryTime, runProcess } from "./run-process.js";

const each = (count: number, part: (index: number) => string, between = ""): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);

const ARTICLE = { "a.md": "---\ntitle: A good title\n---\n\n# A\n", ".git/HEAD": "" };

/** How many times the processor time of an ordinary run one of these may take. */
const SOON = 10;

async function check(files: Readonly<Record<string, string>>) {
  const folder = temporaryProject({ ...ARTICLE, ...files });
  return runProcess(folder, [".", "--no-config-code", "--format", "concise"]);
}

const doubled = (levels: number): Readonly<Record<string, string>> => ({
  ".copydeskrc.json": JSON.stringify({ extends: ["./c0.json", "./c0.json"] }),
  ...Object.fromEntries(
    Array.from({ length: levels }, (_, level) => [
      `c${level}.json`,
      JSON.stringify({ extends: Array(2).fill(`./c${level + 1}.json`) }),
    ]),
  ),
  [`c${levels}.json`]: "{}",
});

/** Configs of ours, with the place and the reason that the error names. */
const REFUSED: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ["extends that double", doubled(30), /c\d+\.json:1:\d+ .*one config extends more than 200/],
  [
    "a long chain of extends",
    {
      ".copydeskrc.json": '{"extends":"./c0.json"}',
      ...Object.fromEntries(
        Array.from({ length: 500 }, (_, at) => [`c${at}.json`, `{"extends":"./c${at + 1}.json"}`]),
      ),
    },
    /c\d+\.json:1:\d+ .*one config extends more than 200/,
  ],
  [
    "many keys",
    { ".copydeskrc": each(30_000, (at) => `k${at}: ${at}\n`) },
    /setting "k0" does not/,
  ],
  [
    "a huge file",
    { ".copydeskrc": `# ${"x".repeat(600_000)}\nfailOn: error\n` },
    /\.copydeskrc:1:500001 .*more than 500000 characters/,
  ],
  ["brackets of YAML", { ".copydeskrc": `a: ${"[".repeat(200_000)}` }, /:1:\d+ .*deeper than 64/],
  [
    "brackets of JSON",
    { ".copydeskrc.json": "[".repeat(200_000) + "]".repeat(200_000) },
    /:1:65 .*deeper than 64/,
  ],
  [
    "brackets in package.json",
    { "package.json": `{"copydesk":${"[".repeat(100_000)}${"]".repeat(100_000)}}` },
    /package\.json:1:\d+ .*deeper than 64/,
  ],
  [
    "anchors",
    { ".copydeskrc": each(15_000, (at) => `k${at}: &a${at} x\n`) },
    /:\d+:\d+ .*more than 500 anchors and aliases/,
  ],
  [
    "many rules",
    {
      ".copydeskrc.json": JSON.stringify({
        rules: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`x/k${at}`, "off"])),
      }),
    },
    /The rule "x\/k0" does not exist/,
  ],
  [
    "many globs",
    {
      ".copydeskrc.json": JSON.stringify({
        ignores: Array.from({ length: 20_000 }, (_, at) => `x${at}/**`),
      }),
    },
    /ignores must be .*at most 2000 entries long/,
  ],
  [
    "a deep glob",
    { ".copydeskrc": `ignores: "${"{".repeat(300)}"\n` },
    /nests deeper than 5 levels/,
  ],
];

describe("a config that multiplies, or is large or deep, is an error that names its place, soon", () => {
  it.each(REFUSED)("%s", async (_name, files, message) => {
    const { code, stderr, cpuTime } = await check(files);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect(cpuTime).toBeLessThan(SOON * (await ordinaryTime()));
  });
});

/** Configs of sites, of which nothing is known then. */
const SITES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["many keys", { "_config.yml": each(30_000, (at) => `k${at}: ${at}\n`) }],
  ["brackets", { "_config.yml": `a: ${"[".repeat(200_000)}` }],
  [
    "anchors",
    {
      "_config.yml": `${each(10_000, (at) => `k${at}: &a${at} x\n`)}z: [${each(10_000, (at) => `*a${at}`, ",")}]\n`,
    },
  ],
  ["dotted keys", { "hugo.toml": `${"a.".repeat(5_000)}a = 1\n` }],
  ["many tables", { "hugo.toml": each(20_000, (at) => `[t${at}.a.b]\nx=1\n`) }],
  [
    "many keys to merge",
    {
      "hugo.toml": `[params]\n${each(20_000, (at) => `k${at}=1\n`)}`,
      "config/_default/params.toml": each(20_000, (at) => `q${at}=1\n`),
    },
  ],
  [
    "many files to merge",
    {
      "hugo.toml": "",
      ...Object.fromEntries(
        Array.from({ length: 400 }, (_, file) => [
          `config/_default/p${file}.toml`,
          each(50, (at) => `k${file}_${at}=1\n`),
        ]),
      ),
    },
  ],
  [
    "deep code in many files",
    {
      "eleventy.config.js": "module.exports = {}",
      ...Object.fromEntries(
        Array.from({ length: 300 }, (_, file) => [
          `d/x${file}.11tydata.js`,
          `module.exports = {a: ${"[".repeat(2000)}${"]".repeat(2000)}}`,
        ]),
      ),
    },
  ],
  [
    "many defaults",
    {
      "_config.yml": `defaults:\n${'  - scope: {path: "a*b*c*"}\n    values: {layout: x}\n'.repeat(8000)}`,
      "_posts/2020-01-01-a.md": "---\ntitle: x\n---\nx\n",
      "_layouts/x": "",
    },
  ],
  [
    "many redirects",
    {
      _redirects: each(30_000, (at) => `/a${at}/* /b${at}/:splat 301\n`),
      "_config.yml": "theme: x\n",
      "source/_posts/a.md": `---\ntitle: x\n---\n${each(3000, (at) => `[a](/zz${at}/)\n`)}`,
    },
  ],
];

describe("a site's config that is large or deep does not hold up its articles", () => {
  it.each(SITES)("%s", async (_name, files) => {
    const { code, stderr, cpuTime } = await check(files);
    expect(stderr).toBe("");
    expect([0, 1]).toContain(code);
    expect(cpuTime).toBeLessThan(SOON * (await ordinaryTime()));
  });
});
