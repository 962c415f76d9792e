import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { indexLines } from "../../src/article/lines.js";
import { presetRules } from "../../src/config/resolve/rule-presets.js";
import { checkTexts } from "../../src/testing/check-texts.js";

/** What the preset `feed` finds in one article of a Hexo site filled from feeds, without the noise of white space. */
function report(name: string): readonly string[] {
  const path = `source/_posts/2022/03/01/${name}.md`;
  const file = new URL(`../../fixtures/feed-siblings/${path}`, import.meta.url);
  const text = readFileSync(file, "utf8");
  const changes = new Map(presetRules("feed", rules).map((change) => [change.id, change]));
  const { results, crashes } = checkTexts([{ path, text }], {
    rules: rules.filter(({ id }) => changes.has(id)).map((rule) => ({ rule })),
    engine: "hexo",
    site: { root: "source" },
    now: "2022-03-02T00:00:00Z",
  });
  expect(crashes).toEqual([]);
  const lines = indexLines(text);
  return (results[0]?.findings ?? []).map(({ rule, messageId, severity, range }) => {
    const given = changes.get(rule)?.severity;
    const shown = given === undefined || given === "own" ? severity : given;
    return `${shown} ${rule} ${messageId} ${lines.pointAt(range.start).line}`;
  });
}

describe("articles filled from feeds, under the preset feed", () => {
  it("have paragraphs between line breaks, a stand-in for a header, and residue", () => {
    expect(report("breaks")).toEqual([
      "warning front-matter/leading-bytes luck 1",
      "info seo/description missingWithExcerpt 2",
      "info typography/whitespace needless 4",
      "warning image/header-mismatch standIn 8",
      "warning image/hotlink hotlink 8",
      "warning front-matter/date-format rfc822 11",
      "info html/obsolete attributes 17",
      "info html/obsolete element 17",
      "info heading/fake large 17",
      "info text/scraper-residue credit 20",
      "warning text/scraper-residue furniture 21",
      "warning text/scraper-residue container 23",
      "warning text/scraper-residue furniture 24",
      "error security/event-handler handler 24",
    ]);
  });

  it("have thirty lazy pictures behind a proxy, and links in redirectors", () => {
    expect(report("pictures")).toEqual([
      "warning front-matter/leading-bytes luck 1",
      "info seo/canonical fields 2",
      "info seo/description missingWithExcerpt 2",
      "info typography/whitespace needless 4",
      "warning image/hotlink hotlink 8",
      "warning image/hotlink hotlink 16",
      "info link/tracking-params redirector 76",
    ]);
  });

  it("have code made of coloured spans, and name their source in the text", () => {
    expect(report("code")).toEqual([
      "warning front-matter/leading-bytes luck 1",
      "info seo/description missingWithExcerpt 2",
      "info typography/whitespace needless 4",
      "warning image/hotlink hotlink 8",
      "warning front-matter/date-format rfc822 11",
      "info html/inline-style inline 17",
      "info text/scraper-residue credit 21",
      "info text/scraper-residue credit 22",
    ]);
  });
});
