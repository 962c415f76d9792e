import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { builtInRules } from "../../../src/config/built-in-rules.js";
import { Project } from "../../../src/config/project.js";
import { NO_FLAGS } from "../../../src/config/resolve/flags.js";
import { filesIn } from "../../../src/files/file-system.js";
import { discover } from "../../../src/run/discover.js";
import { run } from "../../../src/run/run.js";
import { root } from "../../package/sandbox.js";
import { temporaryProject } from "../temporary-project.js";

const module = pathToFileURL(path.join(root, "dist/check-worker.js"));
const articles = Object.fromEntries(
  Array.from({ length: 40 }, (_, number) => [
    `a${number}.md`,
    `---\ntitle: Talks ${number}\n---\n\nText ${number}. ![](b${number}.png) [next](a${number + 1}.md#x)\n`,
  ]),
);

/** A config with a rule of its own that never ends on one article, in every thread but the first. */
const STUCK = `
import { isMainThread } from "node:worker_threads";
const rule = {
  id: "own/rule", summary: "x", recommended: true, fixes: [], references: [], facts: undefined, role: undefined,
  load: undefined, online: () => [], site: () => {},
  options: { safeParse: () => ({ success: true, data: {} }), parse: () => ({}) },
  messages: { found: { severity: "warning", what: "Found.", why: "", help: "" } },
  stages: { check: true, site: false, online: false },
  check({ article, report }) {
    if (!isMainThread && article.path === "a7.md") for (;;);
    report({ messageId: "found", range: { start: 0, end: 1 } });
  },
};
console.log("printed by a config");
export default { plugins: [{ rules: [rule] }], rules: { "own/rule": "warn" } };
`;

async function report(folder: string, threads: number, patience?: number) {
  const project = new Project({ cwd: folder, builtInRules });
  const files = filesIn(project.root);
  const discovery = await discover([], { project, files, noIgnore: false });
  const options = { project, files, flags: NO_FLAGS, builtInRules, now: () => 0 };
  const outcome = await run(discovery, { ...options, threads, threadModule: module, patience });
  return outcome.report;
}

describe("a run in threads", () => {
  it("reports what one thread reports", async () => {
    const folder = temporaryProject({ ".copydeskrc": "site:\n  complete: true\n", ...articles });
    const one = await report(folder, 1);
    expect(await report(folder, 3)).toEqual(one);
    expect(one.summary.warnings + one.summary.errors).toBeGreaterThan(40);
  });

  it("believes no thread that has other settings than it has itself", async () => {
    const code = `import { isMainThread } from "node:worker_threads";
      export default { rules: isMainThread ? {} : { "image/alt-missing": "off" } };`;
    const folder = temporaryProject({ "copydesk.config.mjs": code, ...articles });
    expect(await report(folder, 2)).toEqual(await report(folder, 1));
  });

  it("loads configs that are code in each, and goes on where a rule never ends", async () => {
    const folder = temporaryProject({ "copydesk.config.mjs": STUCK, ...articles });
    const { files } = await report(folder, 2, 4000);
    const own = files.map(({ findings }) => findings.map(({ rule }) => rule));
    const stuck = files.findIndex(({ path: name }) => name === "a7.md");
    expect(files[stuck]?.findings.map(({ message }) => message)).toEqual([
      "Checking this article takes longer than 4 seconds.",
    ]);
    for (const [index, rules] of own.entries())
      expect(rules.includes("own/rule"), String(index)).toBe(index !== stuck);
  });
});
