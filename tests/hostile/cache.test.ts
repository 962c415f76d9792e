import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { root } from "../package/sandbox.js";
import { temporaryProject } from "../run/temporary-project.js";

/** Whether every combination is tried, and not a sample. */
const IS_LONG = process.env.RUNS !== undefined;

const article = (number: number): string =>
  `---\ntitle: Talks ${number}\ndate: 2020-01-0${(number % 9) + 1}\n---\n\n` +
  `Talks number ${number} ended.\n\n![](pictures/a${number}.png) [next](a${(number + 1) % 12}.md#none) [old](none${number}.md)\n`;
const CONFIG = `import { severity } from "./severity.mjs";
const rule = {
  id: "own/rule", summary: "x", recommended: true, fixes: [], references: [], facts: undefined, role: undefined,
  load: undefined, online: () => [], site: () => {},
  options: { safeParse: () => ({ success: true, data: {} }), parse: () => ({}) },
  messages: { found: { severity: "warning", what: "Found.", why: "", help: "" } },
  stages: { check: true, site: false, online: false },
  check: ({ report }) => { report({ messageId: "found", severity: severity(), range: { start: 0, end: 1 } }); },
};
export default {
  site: { complete: true },
  plugins: [{ rules: [rule] }],
  rules: { "own/rule": "warn", "image/alt-missing": "error" },
};
`;
const SITE = {
  ".git/HEAD": "ref: refs/heads/main\n",
  "copydesk.config.mjs": CONFIG,
  "severity.mjs": 'export const severity = () => "info";\n',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`a${at}.md`, article(at)])),
  "pictures/a3.png": "",
};

const BIN = join(root, "bin/copydesk.js");

/** The environment with a folder for caches of its own. */
const environment = (cache: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NO_COLOR: "1",
  XDG_CACHE_HOME: cache,
});

/** What a run says of a site, without what differs from run to run. */
function said(folder: string, cache: string, args: readonly string[], bin = BIN) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args, "-f", "json"], {
    cwd: folder,
    encoding: "utf8",
    env: environment(cache),
  });
  return { status, stderr, ...readReport(stdout) };
}

function readReport(text: string) {
  const { run: _, ...report } = JSON.parse(text);
  return { report: JSON.stringify(report) };
}

const paths = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".md"));
const ORDERS = [
  (folder: string) => paths(folder).sort(),
  (folder: string) => paths(folder).sort().reverse(),
];
const THREADS = ["1", "2", "4"];

/** Another build: what it finds is worded otherwise. */
function otherBuild(): string {
  const folder = temporaryProject({});
  for (const name of ["bin", "dist", "package.json", "docs"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const dist = join(folder, "dist");
  for (const name of readdirSync(dist).filter((one) => one.endsWith(".js"))) {
    const text = readFileSync(join(dist, name), "utf8");
    const other = text
      .replaceAll("This Markdown image has no alt text", "No text stands for this image")
      .replace(/"\d+\.\d+\.\d+\+[\da-f]{12}"/g, '"0.1.0+another-one"')
      .replace(/\$\{version\d*\}\+[\da-f]{12}/g, "0.1.0+another-one");
    if (other !== text) writeFileSync(join(dist, name), other);
  }
  return join(folder, "bin/copydesk.js");
}

const write = (folder: string, path: string, text: string): void =>
  writeFileSync(join(folder, path), text);

/** What happens between two runs; returns the program of the second. */
const CHANGES: Readonly<Record<string, (folder: string, cache: string) => string | undefined>> = {
  cold: (_folder, cache) => void rmSync(cache, { recursive: true }),
  warm: () => undefined,
  "one changed": (folder) => void write(folder, "a3.md", `${article(3)}\n![](new.png)\n`),
  "one renamed": (folder) => void renameSync(join(folder, "a3.md"), join(folder, "z.md")),
  "one deleted": (folder) => void rmSync(join(folder, "a3.md")),
  "option changed": (folder) =>
    void write(folder, "copydesk.config.mjs", CONFIG.replace('"error"', '"info"')),
  "imported module changed": (folder) =>
    void write(folder, "severity.mjs", 'export const severity = () => "error";\n'),
  "asset added": (folder) => void write(folder, "pictures/a5.png", ""),
  "asset deleted": (folder) => void rmSync(join(folder, "pictures/a3.png")),
  "redirect added": (folder) => void write(folder, "_redirects", "/none4.md /a4.md 301\n"),
  "tool version changed": () => otherBuild(),
  "same size, same time": (folder) => {
    const file = join(folder, "a3.md");
    const { atime, mtime } = statSync(file);
    write(folder, "a3.md", article(3).replace("none3.md", "none9.md"));
    utimesSync(file, atime, mtime);
    return undefined;
  },
};

/** Stamps of files that were written within the last step of a clock say nothing; older ones are relied on. */
const SETTLED = 2_100;

const COMBINATIONS = Object.keys(CHANGES).flatMap((change, index) =>
  THREADS.flatMap((threads, at) =>
    ORDERS.flatMap((_, order) =>
      [0, SETTLED].map((wait, settled) => ({
        change,
        threads,
        order,
        wait,
        // One of each change in CI, each with other threads, order and wait: the whole takes half an hour.
        isSample: at * 4 + order * 2 + settled === (index * 5) % 12,
        // What one article says on its own takes four runs more.
        withOneAlone: IS_LONG || index % 3 === 0,
      })),
    ),
  ),
);

describe("what is kept of articles", () => {
  it.each(COMBINATIONS.filter(({ isSample }) => IS_LONG || isSample))(
    "changes no report: $change, $threads threads, order $order, after $wait ms",
    async ({ change, threads, order, wait, withOneAlone }) => {
      const folder = temporaryProject(SITE);
      const cache = temporaryProject({ "keep/": "" });
      await setTimeout(wait);
      const args = ORDERS[order]?.(folder) ?? [];
      const before = said(folder, cache, [...args, "--threads", threads]);
      expect([before.status, before.stderr]).toEqual([1, ""]);
      // The second run over one article relies on what the first noted of the others.
      const named = ["a2.md"];
      if (withOneAlone) {
        const one = said(folder, cache, named);
        expect(said(folder, cache, named)).toEqual(one);
      }
      const bin = CHANGES[change]?.(folder, cache) ?? BIN;
      const again = ORDERS[order]?.(folder) ?? [];
      const warm = said(folder, cache, [...again, "--threads", threads], bin);
      const fresh = said(
        folder,
        cache,
        [...paths(folder).sort(), "--no-cache", "--threads", "1"],
        bin,
      );
      expect(warm).toEqual(fresh);
      expect(warm.report === before.report).toBe(["cold", "warm"].includes(change));
      if (!withOneAlone) return;
      const oneWarm = said(folder, cache, named, bin);
      expect(oneWarm).toEqual(said(folder, cache, ["a2.md", "--no-cache"], bin));
    },
  );

  it("is what a warm run reads: nothing new is written", async () => {
    const folder = temporaryProject(SITE);
    const cache = temporaryProject({});
    await setTimeout(SETTLED);
    said(folder, cache, []);
    const articles = join(cache, "copydesk/articles");
    const [name = ""] = readdirSync(articles);
    const { ino } = statSync(join(articles, name));
    said(folder, cache, ["--threads", "2"]);
    said(folder, cache, ["a3.md"]);
    expect(statSync(join(articles, name)).ino).toBe(ino);
  });

  it("is the same whoever else uses it: twenty runs at once", async () => {
    const folder = temporaryProject(SITE);
    const cache = temporaryProject({});
    const right = said(folder, cache, ["--no-cache"]);
    const runs = Array.from({ length: 20 }, () => {
      const child = spawn(process.execPath, [BIN, "-f", "json"], {
        cwd: folder,
        env: environment(cache),
      });
      let stdout = "";
      child.stdout.on("data", (text) => {
        stdout += text;
      });
      return new Promise<string>((resolve) => child.on("close", () => resolve(stdout)));
    });
    for (const text of await Promise.all(runs)) expect(readReport(text).report).toBe(right.report);
    expect(said(folder, cache, [])).toEqual(right);
  });

  it("is whole or nothing after a kill at any moment", async () => {
    const folder = temporaryProject(SITE);
    const cache = temporaryProject({});
    const right = said(folder, cache, ["--no-cache"]);
    const started = performance.now();
    said(folder, cache, []);
    const takes = performance.now() - started;
    const kills = IS_LONG ? 100 : 4;
    for (let count = 0; count < kills; count++) {
      if (count % 2 === 0)
        rmSync(join(cache, "copydesk/articles"), { recursive: true, force: true });
      const child = spawn(process.execPath, [BIN, "-f", "json"], {
        cwd: folder,
        env: environment(cache),
        stdio: "ignore",
      });
      const closed = new Promise((resolve) => child.on("close", resolve));
      // The last third of a run is when it writes.
      globalThis.setTimeout(() => child.kill("SIGKILL"), takes * (0.6 + (0.6 * count) / kills));
      await closed;
      expect(said(folder, cache, [])).toEqual(right);
    }
  });

  const isolated = ["-rm", "sh", "-c"];
  const canMount = spawnSync("unshare", [...isolated, "mount -t tmpfs none /mnt"]).status === 0;

  it.runIf(canMount).each([
    ["a full disk", "mount -t tmpfs -o size=4k none"],
    ["a read-only folder", "mount -t tmpfs -o ro none"],
  ])("is left out on %s", (_what, mount) => {
    const folder = temporaryProject({ ...SITE, "big.md": `${article(1)}\n`.repeat(200) });
    const cache = temporaryProject({});
    const right = said(folder, cache, ["--no-cache"]);
    const command = `${mount} ${cache} && exec "${process.execPath}" "${BIN}" -f json`;
    const ran = spawnSync("unshare", [...isolated, command], {
      cwd: folder,
      encoding: "utf8",
      env: environment(cache),
    });
    expect([ran.status, ran.stderr]).toEqual([right.status, ""]);
    expect(readReport(ran.stdout).report).toBe(right.report);
  });

  it("is nothing where its folder cannot be", () => {
    const folder = temporaryProject(SITE);
    const file = join(temporaryProject({ file: "" }), "file");
    mkdirSync(join(folder, "own"));
    expect(said(folder, file, [])).toEqual(said(folder, file, ["--no-cache"]));
  });
});
