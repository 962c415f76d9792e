import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import dateInvalid from "../../rules/front-matter/date-invalid.js";
import duplicateKey from "../../rules/front-matter/duplicate-key.js";
import syntax from "../../rules/front-matter/syntax.js";
import { readFrontMatter } from "../../src/article/front-matter/read-front-matter.js";
import { readFlatYaml } from "../../src/article/front-matter/yaml/flat-block.js";
import { readAnyYaml } from "../../src/article/front-matter/yaml/read-yaml.js";
import { indexLines } from "../../src/article/lines.js";
import { checkTexts } from "../../src/testing/check-texts.js";
import { hasCorpus, readCorpus } from "./corpus.js";

const folder = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

/** What the three rules find, as `rule line`. */
function found(path: string): string[] {
  const text = readFileSync(join(folder, path), "utf8");
  const rules = [syntax, duplicateKey, dateInvalid].map((rule) => ({ rule }));
  const lines = indexLines(text);
  return checkTexts([{ path, text }], { rules }).results.flatMap(({ findings }) =>
    findings.map(({ rule, range }) => `${rule} ${lines.pointAt(range.start).line}`),
  );
}

describe.runIf(hasCorpus)("front matter of real articles", () => {
  it.each([
    ["swcarpentry-website/_posts/2016/06/2016-06-31-brazil.md", ["front-matter/date-invalid 5"]],
    [
      "swcarpentry-website/_posts/2012/12/2012-12-19-minutes-2012-12-19-meeting.html",
      ["front-matter/duplicate-key 7"],
    ],
    [
      "18f-site/content/posts/2016-05-19-content-debt-what-it-is-where-to-find-it-and-how-to-prevent-it-in-the-first-place.md",
      ["front-matter/syntax 10", "front-matter/syntax 15"],
    ],
    ["sofastack/content/zh/activities/sofastack-cloud-native-workshop/index.md", []],
    ["sofastack/content/zh/projects/sofa-boot/_index.md", []],
    ["swcarpentry-website/_posts/2017/07/2017-07-10-NASA-2.md", []],
  ])("finds the known defects of %s and nothing else", (path, expected) => {
    expect(found(path)).toEqual(expected);
  });

  it("is read the short way and by the parser alike, most blocks of YAML the short way", () => {
    let blocks = 0;
    let short = 0;
    for (const { articles } of readCorpus()) {
      for (const { source } of articles) {
        const { frontMatter } = readFrontMatter(source);
        if (frontMatter?.format !== "yaml") continue;
        const { start, end } = frontMatter.content;
        const reading = readFlatYaml(source.slice(start, end), start);
        blocks += 1;
        if (reading === undefined) continue;
        short += 1;
        expect(reading).toEqual(readAnyYaml(source.slice(start, end), start));
      }
    }
    expect(short / blocks).toBeGreaterThan(0.5);
  });
});
