import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { indexLines } from "../../src/article/lines.js";
import { checkTexts } from "../../src/testing/check-texts.js";
import { type CorpusSite, hasCorpus, readCorpus } from "./corpus.js";

/**
 * Verified defects of the corpus (its DEFECTS.md) with the rule that finds each. Out of reach: D12, a template
 * value. D6 needs the whole site in view.
 */
const DEFECTS: readonly (readonly [
  id: string,
  rule: string,
  file: string,
  lines: readonly number[],
])[] = [
  [
    "D1",
    "front-matter/date-invalid",
    "swcarpentry-website/_posts/2016/06/2016-06-31-brazil.md",
    [5],
  ],
  [
    "D2",
    "front-matter/duplicate-key",
    "swcarpentry-website/_posts/2012/12/2012-12-19-minutes-2012-12-19-meeting.html",
    [7],
  ],
  [
    "D3",
    "front-matter/syntax",
    "18f-site/content/posts/2016-05-19-content-debt-what-it-is-where-to-find-it-and-how-to-prevent-it-in-the-first-place.md",
    [10],
  ],
  [
    "D4",
    "image/alt-placeholder",
    "swcarpentry-website/_posts/2017/10/2017-10-18-long-term-survey-results.md",
    [41, 54],
  ],
  [
    "D5",
    "image/alt-missing",
    "swcarpentry-website/_posts/2009/11/2009-11-18-special-issue-of-computing-in-science-engineering.html",
    [21],
  ],
  [
    "D6",
    "image/not-found",
    "devopera/src/articles/_posts/2012-04-03-extensions-opera-mobile-labs.md",
    [36, 37, 43],
  ],
  ["D7", "link/empty", "swcarpentry-website/_posts/2015/12/2015-12-01-ssi-funding.html", [12]],
  ["D8", "link/empty", "swcarpentry-website/_posts/2016/02/2016-02-16-weekly-review.md", [30]],
  [
    "D9",
    "html/parse",
    "swcarpentry-website/_posts/2014/03/2014-03-27-creating-an-online-presence.html",
    [50],
  ],
  [
    "D10",
    "html/parse",
    "swcarpentry-website/_posts/2015/05/2015-05-18-weekly-update-2015-05-18.html",
    [20],
  ],
  [
    "D11",
    "html/parse",
    "swcarpentry-website/_posts/2011/10/2011-10-07-four-new-episodes-on-databases-using-microsoft-access.html",
    [16],
  ],
  ["D13", "image/alt-missing", "electron-website/blog/september-2016-roundup.md", [37]],
  ["D14", "link/malformed", "electron-website/docs/latest/development/style-guide.md", [333]],
  [
    "D15",
    "text/duplicate-paragraph",
    "18f-site/content/posts/2016-07-26-buying-better-digital-products-part-2-setting-the-product-vision-and-strategy.md",
    [115],
  ],
  [
    "D16",
    "text/duplicate-paragraph",
    "18f-site/content/posts/2017-10-03-building-a-large-scale-design-system.md",
    [97],
  ],
  [
    "D17",
    "html/parse",
    "18f-site/content/posts/2016-03-23-what-have-you-loved-working-on.md",
    [442],
  ],
  ["D18", "front-matter/date-order", "18f-site/content/posts/2022-08-10-18f-tech-sandwich.md", [3]],
  [
    "D21",
    "front-matter/key-typo",
    "sofastack/content/zh/activities/sofastack-cloud-native-workshop/index.md",
    [8],
  ],
  ["D19", "link/empty", "sofastack/content/zh/blog/sofa-weekly-20200821/index.md", [65]],
  [
    "D20",
    "link/malformed",
    "sofastack/content/zh/blog/sofa-weekly-0505/index.md",
    [74, 84, 96, 106],
  ],
  [
    "D22",
    "link/malformed",
    "hexojs-site/source/_posts/2021-11-26-hexo-renderer-ejs-2-0-0-and-hexo-generator-sitemap-2-2-0-released.md",
    [20],
  ],
  [
    "D23",
    "link/empty",
    "devopera/src/blog/_posts/2010-04-13-making-your-site-mobile-friendly-rit-2010-moscow.md",
    [33],
  ],
];

/** What looks like a defect and is none: nothing but the listed rules may speak on these lines. */
const TRAPS: readonly (readonly [file: string, line: number])[] = [
  ["sofastack/content/zh/activities/sofastack-cloud-native-workshop/index.md", 5],
  ["sofastack/content/zh/projects/sofa-boot/_index.md", 9],
  ["swcarpentry-website/_posts/2017/07/2017-07-10-NASA-2.md", 4],
  ["sofastack/content/en/blog/hello-sofastack/index.md", 7],
];

/** White space at a line's end is what makes three of the traps; saying so is right. */
const MAY_SPEAK: ReadonlySet<string> = new Set(["typography/whitespace"]);

interface Spoken {
  readonly rule: string;
  readonly line: number;
}

function split(file: string): readonly [site: string, path: string] {
  const [site = "", ...path] = file.split("/");
  return [site, path.join("/")];
}

describe.runIf(hasCorpus)("verified defects of real articles", () => {
  const sites = new Map(readCorpus().map((site) => [site.name, site]));
  const checked = new Map<string, ReadonlyMap<string, readonly Spoken[]>>();

  /** Findings of a whole site by article: text/duplicate-paragraph learns boilerplate from all of it. */
  function spokenIn(site: CorpusSite): ReadonlyMap<string, readonly Spoken[]> {
    const known = checked.get(site.name);
    if (known !== undefined) return known;
    const { results } = checkTexts(
      site.articles.map(({ path, source }) => ({ path, text: source })),
      {
        rules: rules.filter(({ recommended }) => recommended).map((rule) => ({ rule })),
        engine: site.engine,
        files: site.files,
        site: { complete: site.name === "devopera" },
        now: "2026-11-22T00:00:00Z",
      },
    );
    const sources = new Map(site.articles.map(({ path, source }) => [path, indexLines(source)]));
    const spoken = new Map(
      results.map(({ facts, findings }) => [
        facts.path,
        findings.map(({ rule, range }) => ({
          rule,
          line: sources.get(facts.path)?.pointAt(range.start).line ?? 0,
        })),
      ]),
    );
    checked.set(site.name, spoken);
    return spoken;
  }

  function spoken(file: string): readonly Spoken[] {
    const [name, path] = split(file);
    const site = sites.get(name);
    if (site === undefined) throw new Error(`no site ${name}`);
    return spokenIn(site).get(path) ?? [];
  }

  it.each(DEFECTS)(
    "%s is found by %s",
    (_id, rule, file, lines) => {
      const found = spoken(file)
        .filter((finding) => finding.rule === rule)
        .map(({ line }) => line);
      expect(found).toEqual(expect.arrayContaining([...lines]));
    },
    60_000,
  );

  it.each(TRAPS)(
    "nothing speaks at %s:%i",
    (file, line) => {
      const found = spoken(file).filter(
        (finding) => finding.line === line && !MAY_SPEAK.has(finding.rule),
      );
      expect(found).toEqual([]);
    },
    60_000,
  );
});
