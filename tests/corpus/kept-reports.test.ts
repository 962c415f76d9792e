import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { ENGINE_OF } from "./corpus.js";
import moreEngines from "./more-engines.json" with { type: "json" };

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const BIN = path("bin/copydesk.js");

/** All sites in `npm run test:all`, and what folders `REPOSITORIES` names, else one. */
const ALL = [
  ...[...ENGINE_OF.keys()].map((site) => path(`../shared/corpus/${site}`)),
  ...Object.keys(moreEngines).map((site) => path(`../shared/corpus-more/${site}`)),
];
const SAMPLE = [path("../shared/corpus/hexojs-site")];
const isLong = process.env.RUNS !== undefined;
/** How many threads look at what has changed, one after the other: the runs after the first look at nothing. */
const THREADS = isLong ? ["1", "2", "4"] : ["2"];
/** After how many changes one article is asked for alone. */
const EACH = isLong ? 1 : 5;
const repositories = (process.env.REPOSITORIES ?? "").split(delimiter).filter(Boolean);
const sites = [...(isLong ? ALL : SAMPLE), ...repositories].filter(existsSync);

/** A copy of a site with what was kept of it. */
class Copy {
  readonly folder: string;
  readonly #cache = temporaryProject({});

  constructor(site: string) {
    const parent = temporaryProject({});
    this.folder = join(parent, "site");
    cpSync(site, this.folder, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(this.folder, ".git"), { recursive: true });
    if (!existsSync(this.at(".git/HEAD"))) writeFileSync(this.at(".git/HEAD"), "ref: x\n");
  }

  at(file: string): string {
    return join(this.folder, file);
  }

  /** What a run says, without what differs from run to run. */
  said(...argv: readonly string[]): string {
    return this.saidOf(".", ...argv);
  }

  /** The same of one of its articles. */
  saidOf(article: string, ...argv: readonly string[]): string {
    const args = [BIN, article, "-f", "json", ...argv];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: this.folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", XDG_CACHE_HOME: this.#cache },
      maxBuffer: 2 ** 30,
    });
    expect([0, 1, 3], stderr).toContain(status);
    const { run: _, ...report } = JSON.parse(stdout);
    return JSON.stringify(report);
  }

  articles(): readonly string[] {
    const { files } = JSON.parse(this.said("--no-cache"));
    return files.map((file: { readonly path: string }) => file.path);
  }
}

describe.runIf(existsSync(path("dist/cli.js")) && sites.length > 0)("a report with a cache", () => {
  it.each(sites)(
    "is that of a run without one, whatever has changed in %s",
    (site) => {
      const copy = new Copy(site);
      const articles = copy.articles();
      const [first = "", second = "", third = ""] = [0.2, 0.5, 0.8].map(
        (share) => articles[Math.floor(articles.length * share)],
      );
      let changes = 0;
      const expectSame = (change: string): void => {
        const fresh = copy.said("--no-cache", "--threads", "1");
        for (const threads of THREADS)
          expect([change, threads, copy.said("--threads", threads) === fresh]).toEqual([
            change,
            threads,
            true,
          ]);
        const [one] = articles;
        changes += 1;
        if (changes % EACH !== 0) return;
        if (one === undefined || one === second || one === third) return;
        const alone = copy.saidOf(one, "--no-cache");
        for (const time of ["first", "again"])
          expect([change, time, copy.saidOf(one) === alone]).toEqual([change, time, true]);
      };
      expectSame("cold");
      appendFileSync(copy.at(first), "\n\nA new line, [with a link](nowhere-at-all.md) in it.\n");
      expectSame("one changed");
      renameSync(copy.at(second), copy.at(`${second}.aside`));
      expectSame("one gone");
      renameSync(copy.at(`${second}.aside`), copy.at(second));
      expectSame("one there again");
      renameSync(copy.at(second), copy.at(second.replace(/([^/]+)$/, "renamed-$1")));
      expectSame("one renamed");
      const { atime, mtime } = statSync(copy.at(first));
      const text = readFileSync(copy.at(first), "utf8");
      writeFileSync(copy.at(first), text.replace("nowhere-at-all", "nowhere-at-ALL"));
      utimesSync(copy.at(first), atime, mtime);
      expectSame("same size, same time");
      rmSync(copy.at(third));
      expectSame("one deleted");
      writeFileSync(copy.at("nowhere-at-ALL.md"), "# Somewhere\n");
      expectSame("one added");
      if (!existsSync(copy.at("copydesk.config.json"))) {
        writeFileSync(copy.at("copydesk.config.json"), '{ "rules": { "link/broken": "off" } }\n');
        expectSame("option changed");
      }
    },
    3_000_000,
  );
});
