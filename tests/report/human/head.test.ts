import { describe, expect, it } from "vitest";
import type { FormatContext } from "../../../src/report/format.js";
import { formatHuman } from "../../../src/report/human/human.js";
import type { ReportRun, ReportSite } from "../../../src/report/model.js";
import { contextOf, reportOf, type Sample } from "../sample.js";

const site = (more: Partial<ReportSite>): ReportSite => ({
  engine: "hexo",
  label: "Hexo",
  folder: "",
  evidence: "_config.yml",
  content: ["source"],
  articles: 1,
  ...more,
});

function head(
  run: Partial<ReportRun>,
  {
    context = {},
    sample = {},
  }: { context?: Partial<FormatContext>; sample?: Partial<Sample> } = {},
): readonly string[] {
  const samples = [{ source: "", ...sample }];
  const report = reportOf(samples, {
    run: { startedAt: "2026-01-01T00:00:00.000Z", durationMs: 1234, sites: [], ...run },
  });
  return formatHuman(report, contextOf(samples, context)).split("\n").slice(0, -1);
}

describe("the first lines of the report for people", () => {
  it("say what was recognized, from what, where, how many articles and how long it took", () => {
    expect(head({ sites: [site({ articles: 12 })] })).toEqual([
      "Hexo site (_config.yml): 12 articles in source, 1.2 s",
      "✔ No problems in 1 file",
    ]);
  });

  it("say that no site was recognized", () => {
    const plain = site({ engine: "none", label: "plain folders", content: [] });
    const { evidence: _, ...without } = plain;
    expect(head({ sites: [without] })[0]).toBe(
      "Plain folders, no site engine recognized: 1 article, 1.2 s",
    );
  });

  it("name the root folder of a site by saying nothing", () => {
    expect(head({ sites: [site({ content: [""] })], durationMs: 60_400 })[0]).toBe(
      "Hexo site (_config.yml): 1 article, 60 s",
    );
  });

  it("name a few folders of many", () => {
    expect(head({ sites: [site({ content: ["a", "b", "c", "d", "e"] })] })[0]).toContain(
      "in a, b, c and 2 more, 1.2 s",
    );
  });

  it("list a few sites of many, within the width", () => {
    const folders = ["docs", "website", "examples/a-long-name-of-an-example", "b", "c", "d"];
    const sites = folders.map((folder) =>
      site({ folder, evidence: `${folder}/_config.yml`, content: [`${folder}/source`] }),
    );
    expect(head({ sites }).slice(0, -1)).toEqual([
      "1 article of several sites, 1.2 s",
      "  Hexo site (docs/_config.yml): 1 article in docs/source",
      "  Hexo site (website/_config.yml): 1 article in website/source",
      "  Hexo site (examples/a-long-name-of-an-example/_config.yml): 1 article in",
      "    examples/a-long-name-of-an-example/source",
      "  Hexo site (b/_config.yml): 1 article in b/source",
      "  and 2 more",
    ]);
  });

  it("say what the links of the site show of it", () => {
    const learned = { staticDirs: ["web/public"], base: "/docs", explains: 9 };
    expect(head({ sites: [site({ learned })] })[1]).toBe(
      "Learned from its links: files of web/public are served at /; the site is served",
    );
  });

  it("count the Markdown files of no site, with the command that checks them", () => {
    const run = { sites: [site({})], otherMarkdown: 2 };
    expect(head(run)[1]).toBe("2 other Markdown files not checked");
    const commandFor: FormatContext["commandFor"] = (narrowing) =>
      "path" in narrowing ? `copydesk ${narrowing.path}` : undefined;
    expect(head({ ...run, otherMarkdown: 1 }, { context: { commandFor } })[1]).toBe(
      "1 other Markdown file not checked; to check them, too: copydesk .",
    );
    expect(head({ ...run, otherMarkdown: 0 })[1]).toBe("✔ No problems in 1 file");
  });

  it.each([
    [30, 20, "Most links could not be judged, 20 of 30: 20 written by a template."],
    [10, 12, "Most links could not be judged, 12 of 12: 12 written by a template."],
    [40, 20, "Many links could not be judged, 20 of 40: 20 written by a template."],
    [200, 20, "Hexo site (_config.yml): 1 article in source, 1.2 s"],
    [9, 9, "Hexo site (_config.yml): 1 article in source, 1.2 s"],
  ])("of %i references with %i unknown begin with %s", (references, unknown, first) => {
    expect(head({ sites: [site({})] }, { sample: { references, unknown } })[0]).toBe(first);
  });
});
