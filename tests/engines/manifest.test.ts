import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildManifestSchema } from "../../src/facts/build-manifest.js";
import { runIn } from "../cli/run-in-memory.js";
import { fencesOf, textOf } from "../docs/fences.js";
import { temporaryProject } from "../run/temporary-project.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const modules = join(here, "node_modules");
const docusaurus = join(here, "docusaurus/build");
const script = readFileSync(new URL("../../docs/examples/write-manifest.mjs", import.meta.url));
const hugo = process.env.HUGO ?? "hugo";

/** The block of the page for an engine: a config, or a command. */
function shown(engine: string): string {
  const fence = fencesOf("docs/guide/build.md").find(({ words }) => words.includes(engine));
  if (fence === undefined) throw new Error(`The page shows nothing for ${engine}.`);
  return textOf(fence);
}

const page = (body: string): string => `---\ntitle: Quay\n---\n\n${body}\n`;
const ARTICLES = {
  first: page("## Tides & times\n\nText.\n\n## Tides & times\n\nText."),
  second: page('## Second\n\n<p id="own">Text.</p>'),
};

interface Build {
  readonly files: Readonly<Record<string, string>>;
  readonly command: readonly [program: string, ...arguments: string[]];
  /** Folder in which the packages of the engine are found from the site. */
  readonly parent?: string;
  readonly isLinked?: boolean;
}

const BUILDS: Readonly<Record<string, Build>> = {
  hugo: {
    files: {
      "hugo.toml": 'baseURL = "https://quay.example/"\n',
      "content/first.md": ARTICLES.first,
      "content/second.md": ARTICLES.second.replace(/<p.*/, "Text."),
      "layouts/_default/single.html": "<main>{{ .Content }}</main>",
      "layouts/_default/list.html": "<p id=all>All</p>",
    },
    command: ["sh", "-c", shown("hugo").replace(/^hugo/, hugo)],
  },
  astro: {
    files: {
      "astro.config.mjs": shown("astro"),
      "package.json": '{"type":"module"}',
      "src/pages/first.md": ARTICLES.first,
      "src/pages/second.md": ARTICLES.second,
    },
    command: [process.execPath, join(modules, "astro/astro.js"), "build"],
    parent: here,
  },
  eleventy: {
    files: {
      "eleventy.config.mjs": shown("eleventy"),
      "first.md": ARTICLES.first,
      "second.md": ARTICLES.second,
    },
    command: [
      process.execPath,
      join(modules, "@11ty/eleventy/cmd.cjs"),
      "--config=eleventy.config.mjs",
    ],
  },
  docusaurus: {
    files: {
      "docusaurus.config.js": shown("docusaurus"),
      "docs/first.md": ARTICLES.first,
      "docs/second.md": ARTICLES.second,
      "blog/2024-01-02-news.md": page("News."),
      "src/pages/index.js": "export default () => null;",
    },
    command: [
      process.execPath,
      join(docusaurus, "node_modules/@docusaurus/core/bin/docusaurus.mjs"),
      "build",
    ],
    parent: docusaurus,
  },
  vitepress: {
    files: {
      ".vitepress/config.mjs": shown("vitepress"),
      "package.json": '{"type":"module"}',
      "first.md": ARTICLES.first,
      "second.md": ARTICLES.second,
    },
    command: [process.execPath, join(modules, "vitepress/bin/vitepress.js"), "build"],
    isLinked: true,
  },
};

const isHugoHere = spawnSync(hugo, ["version"]).status === 0;

function isHere([program, file = ""]: Build["command"]): boolean {
  return program === "sh" ? isHugoHere : existsSync(file);
}

describe("the manifest that a real build writes", () => {
  const here = Object.entries(BUILDS).filter(([, { command }]) => isHere(command));
  it.each(here)(
    "has the addresses and ids that copydesk believes in: %s",
    async (name, build) => {
      const [program, ...rest] = build.command;
      const cwd = temporaryProject(
        { ".git/HEAD": "", "write-manifest.mjs": script, ...build.files },
        build.parent,
      );
      if (build.isLinked === true) symlinkSync(modules, join(cwd, "node_modules"));
      const { status, stdout, stderr } = spawnSync(program, rest, {
        cwd,
        encoding: "utf8",
        timeout: 200_000,
        env: {
          PATH: process.env.PATH,
          HOME: cwd,
          ASTRO_TELEMETRY_DISABLED: "1",
          DOCUSAURUS_NO_TELEMETRY: "1",
        },
      });
      // Without the stack, which the test runner would read as its own.
      expect(status, `${stdout}${stderr}`.replace(/^\s+at .*$/gm, "")).toBe(0);
      const written = readFileSync(join(cwd, "site-manifest.json"), "utf8");
      const { routes } = buildManifestSchema.parse(JSON.parse(written));
      const ids = routes.flatMap(({ address, ids }) =>
        address.includes("first") ? (ids ?? []) : [],
      );
      // Eleventy itself gives headings no ids.
      const slugs = ids.filter((id) => id.startsWith("tides"));
      expect(slugs).toHaveLength(name === "eleventy" ? 0 : 2);

      const compared = await runIn(cwd, ["routes", "--from", "site-manifest.json", "-f", "json"]);
      const { missing, extra, ids: different } = JSON.parse(compared.stdout);
      expect({ name, missing, extra }).toEqual({ name, missing: [], extra: [] });
      // What layouts print of two pages is not to be told from what only one has. Nothing tells whether a plugin of Eleventy
      // gives headings ids, so links to them are not reported.
      const extras = different.flatMap((one: { extra: readonly string[] }) => one.extra);
      expect(extras).toEqual(name === "eleventy" ? ["second"] : []);
    },
    240_000,
  );
});
