import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildManifestSchema } from "../../src/facts/build-manifest.js";
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const SITE = {
  ".git/HEAD": "ref: refs/heads/main\n",
  "hugo.toml": 'baseURL = "https://example.org/"\n',
  "content/a.md": "---\ntitle: A\naliases: [/old/]\n---\n\n## One\n\nText.\n",
  "content/b.md": "---\ntitle: B\ndraft: true\n---\n\nText.\n",
};

/** A site, with a manifest of these routes in it. */
function site(routes: readonly object[] = []): string {
  const manifest = JSON.stringify({ version: 1, routes });
  return temporaryProject({ ...SITE, "built.json": manifest });
}

const SAME = [{ address: "/a/", ids: ["one"] }, { address: "/old/" }, { address: "/" }];

describe("copydesk routes", () => {
  it("lists addresses with their articles, and what has none", async () => {
    const { code, stdout } = await runIn(site(), ["routes"]);
    expect([code, stdout]).toEqual([
      0,
      [
        "Hugo: 2 addresses",
        "",
        "/a/    content/a.md",
        "/old/  content/a.md (redirect)",
        "",
        "Not published (draft): content/b.md",
        "",
      ].join("\n"),
    ]);
  });

  it("prints a manifest that has what copydesk believes", async () => {
    const cwd = site();
    const { stdout } = await runIn(cwd, ["routes", "--format", "json"]);
    expect(buildManifestSchema.parse(JSON.parse(stdout)).routes).toEqual([
      { address: "/a/", ids: ["one"], source: "content/a.md" },
      { address: "/old/" },
    ]);
    writeFileSync(join(cwd, "built.json"), stdout);
    expect((await runIn(cwd, ["routes", "--from", "built.json"])).code).toBe(0);
  });

  it("says that a build has what copydesk believes", async () => {
    const { code, stdout } = await runIn(site(SAME), ["routes", "--from", "built.json"]);
    expect([code, stdout]).toEqual([0, "Hugo: the build has what copydesk believes.\n"]);
  });

  it("names the pages and ids that a build has otherwise", async () => {
    const cwd = site([
      { address: "/a/", ids: ["two"] },
      { address: "/c/", ids: [] },
      { address: "/style.css" },
    ]);
    const { code, stdout } = await runIn(cwd, ["routes", "--from", "built.json"]);
    expect([code, stdout]).toEqual([
      1,
      [
        "Hugo: the build differs from what copydesk believes.",
        "",
        "1 page of the build that copydesk takes for absent:",
        "  /c/",
        "",
        "1 address that the build has not written:",
        "  /old/  content/a.md",
        "",
        "1 page with other ids:",
        "  /a/  content/a.md",
        "       only in the build: #two",
        "       not in the build: #one",
        "",
      ].join("\n"),
    ]);
    const json = await runIn(cwd, ["routes", "--from", "built.json", "-f", "json"]);
    expect([json.code, JSON.parse(json.stdout)]).toEqual([
      1,
      {
        version: 1,
        isDifferent: true,
        missing: ["/c/"],
        extra: [{ address: "/old/", source: "content/a.md" }],
        ids: [{ address: "/a/", source: "content/a.md", missing: ["two"], extra: ["one"] }],
        ofLayouts: [],
        untold: 0,
      },
    ]);
  });

  it("takes ids of most pages for those of layouts", async () => {
    const others = ["/x/", "/y/", "/z/"].map((address) => ({ address, ids: ["nav"] }));
    const routes = [{ address: "/a/", ids: ["one", "nav"] }, { address: "/old/" }, ...others];
    const { stdout } = await runIn(site(routes), ["routes", "--from", "built.json", "-f", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ ofLayouts: ["nav"], ids: [] });
  });

  it("compares with what sources tell, whatever the config says of the build", async () => {
    const cwd = site([...SAME, { address: "/c/" }]);
    writeFileSync(join(cwd, "copydesk.config.yaml"), "site:\n  manifest: built.json\n");
    const { code, stdout } = await runIn(cwd, ["routes", "--from", "built.json"]);
    expect([code, stdout.includes("/c/")]).toEqual([1, true]);
  });

  it("wants one site for what is one manifest", async () => {
    const two = (folder: string) => ({
      [`${folder}/hugo.toml`]: "",
      [`${folder}/content/a.md`]: "---\ntitle: A\n---\n",
    });
    const cwd = temporaryProject({ ".git/HEAD": "", ...two("one"), ...two("two") });
    expect((await runIn(cwd, ["routes", "."])).stdout).toContain("two (Hugo): 1 address");
    const both = await runIn(cwd, ["routes", ".", "-f", "json"]);
    expect([both.code, both.stderr.split("\n")[0]]).toEqual([
      2,
      "copydesk: There are 2 sites here: one (Hugo), two (Hugo).",
    ]);
    expect((await runIn(cwd, ["routes", "one", "-f", "json"])).code).toBe(0);
  });

  it("refuses what is no manifest, in one line", async () => {
    const cwd = temporaryProject({ ...SITE, "no.json": "{", "other.json": '{"version":2}' });
    for (const [file, told] of [
      ["no.json", "copydesk: The manifest no.json is not JSON."],
      ["other.json", "copydesk: The manifest other.json is not valid at version: "],
      ["gone.json", "copydesk: The manifest gone.json does not exist."],
      ["content", "copydesk: The manifest content is not read: It is a folder."],
    ] as const) {
      const { code, stdout, stderr } = await runIn(cwd, ["routes", "--from", file]);
      expect([code, stdout, stderr.split("\n")[0]]).toEqual([2, "", expect.stringContaining(told)]);
    }
  });
});

describe("site.manifest", () => {
  it("is noted where its file is not there", async () => {
    const cwd = temporaryProject({
      ...SITE,
      "copydesk.config.yaml": "site:\n  manifest: public/built.json\n",
    });
    const { code, stderr } = await runIn(cwd, ["--only", "link/broken"]);
    expect([code, stderr]).toEqual([
      0,
      "copydesk: The manifest public/built.json is not there, so only sources are judged by.\n",
    ]);
  });
});
