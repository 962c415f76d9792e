import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { toFrontMatterSchema } from "../../src/config/front-matter/schema.js";
import { filesIn } from "../../src/files/file-system.js";
import { inferCollections } from "../../src/inference/infer-collections.js";
import { jsonSchemaOf } from "../../src/inference/print/json-schema.js";
import { observeFrontMatter } from "../../src/run/observe-front-matter.js";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** Real sites that are kept beside the project, by folder. */
const sites = ["corpus", "corpus-more"].flatMap((name) => {
  const folder = join(shared, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "LICENSES")
    .map((entry) => join(folder, entry.name));
});

function inferredFrom(root: string) {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|mdx|html?)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const observed = observeFrontMatter(paths, root, filesIn(undefined));
  return { observed, ...inferCollections(observed.articles) };
}

/** The defects of front matter that DEFECTS.md of the corpus names. */
const DEFECTS = [
  ["D1", "swcarpentry-website", "_posts/2016/06/2016-06-31-brazil.md"],
  ["D2", "swcarpentry-website", "_posts/2012/12/2012-12-19-minutes-2012-12-19-meeting.html"],
  [
    "D3",
    "18f-site",
    "content/posts/2016-05-19-content-debt-what-it-is-where-to-find-it-and-how-to-prevent-it-in-the-first-place.md",
  ],
  ["D18", "18f-site", "content/posts/2022-08-10-18f-tech-sandwich.md"],
  ["D21", "sofastack", "content/zh/activities/sofastack-cloud-native-workshop/index.md"],
] as const;

describe.runIf(sites.length > 0)("schemas inferred from real sites", () => {
  it.each(sites)("accept 99 of 100 articles: %s", (root) => {
    const { observed, collections } = inferredFrom(root);
    const refused = collections.flatMap(({ articles, inferred }) => {
      const schema = toFrontMatterSchema(jsonSchemaOf(inferred.root));
      return articles.filter(({ data }) => schema.validate(data).length > 0);
    });
    expect(collections.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(observed.articles.length / 100);
  });

  it.each(DEFECTS)("show %s as different from the others", (_id, site, path) => {
    const { observed, collections } = inferredFrom(join(shared, "corpus", site));
    const different = [
      ...observed.unreadable.map((one) => one.path),
      ...collections.flatMap(({ outliers }) => outliers.map((one) => one.path)),
    ];
    expect(different).toContain(path);
    // What is nearly everywhere is no exception.
    expect(new Set(different).size).toBeLessThan(observed.articles.length / 4);
  });
});
