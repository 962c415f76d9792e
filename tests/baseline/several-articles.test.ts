import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/baseline/compare.js";
import type { Report } from "../../src/report/model.js";
import { lintFiles } from "../../src/run/api.js";
import { temporaryProject } from "../run/temporary-project.js";
import { runs } from "../runs.js";

const RULES = ["site/*"];
const BODY = Array.from(
  { length: 30 },
  (_, index) => `The harbour master counts boat number ${index} before the tide turns again.`,
).join("\n");

interface Article {
  readonly day: number;
  readonly title: string;
  readonly text: string;
  readonly subject: string;
}

const written = ({ day, title, text, subject }: Article): string =>
  [
    "---",
    `title: ${title}`,
    `date: 2024-01-${`${day}`.padStart(2, "0")}`,
    `description: Everything that the ${subject} has seen since the winter of that year.`,
    "permalink: /harbour/",
    "---",
    "",
    text,
    "",
  ].join("\n");

const ARTICLES: readonly Article[] = [
  { day: 3, title: "Harbour news", text: BODY, subject: "harbour" },
  { day: 6, title: "harbour News", text: "Something else was said here.", subject: "harbour" },
  { day: 9, title: "Harbour news", text: `${BODY}\nA last sentence of its own.`, subject: "quay" },
];

/** An edit of one of the articles that mends nothing of what they have in common. */
const edit = fc.record({
  which: fc.integer({ min: 0, max: ARTICLES.length - 1 }),
  day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
  title: fc.constantFrom(undefined, '"Harbour news"', "HARBOUR NEWS"),
  more: fc.constantFrom("", "\n\nIt rained.", "\n\n## Later\n\nIt rained for a day."),
  isBefore: fc.boolean(),
});

const edited = ({
  which,
  day,
  title,
  more,
  isBefore,
}: typeof edit extends fc.Arbitrary<infer Edit> ? Edit : never) =>
  ARTICLES.map((article, index): Article => {
    if (index !== which) return article;
    return {
      day: day ?? article.day,
      title: title ?? article.title,
      subject: article.subject,
      text: isBefore ? `${more}\n\n${article.text}` : `${article.text}${more}`,
    };
  });

/** Names without numbers, which would make a series of them. */
const NAMES = ["north", "quay", "tide"];

function write(cwd: string, articles: readonly Article[]): void {
  for (const [index, article] of articles.entries())
    writeFileSync(join(cwd, `source/_posts/${NAMES[index]}.md`), written(article));
}

function project(): string {
  return temporaryProject({
    ".git/HEAD": "",
    "_config.yml": "title: Harbour\nurl: https://harbour.example\n",
    "package.json": '{"dependencies":{"hexo":"7.0.0"}}',
    "source/_posts/": "",
  });
}

const check = (cwd: string): Promise<Report> =>
  lintFiles([], { cwd, only: RULES, now: Date.parse("2025-01-01") });

function compared(before: Report, now: Report) {
  const entries = before.files.flatMap(({ path, findings }) =>
    findings.map(({ rule, fingerprint }) => ({ path, rule, fingerprint })),
  );
  return compare(now, { entries, today: "2025-01-01", exists: () => true });
}

const rulesOf = ({ files }: Report) =>
  [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();

describe("a finding about several articles", () => {
  it("stays known whichever of them is edited", async () => {
    const cwd = project();
    write(cwd, ARTICLES);
    const before = await check(cwd);
    expect(rulesOf(before)).toEqual([
      "site/duplicate-description",
      "site/duplicate-title",
      "site/duplicate-url",
      "site/near-duplicate",
    ]);
    await fc.assert(
      fc.asyncProperty(edit, async (change) => {
        write(cwd, edited(change));
        const now = compared(before, await check(cwd));
        expect(now.new.map(({ file, finding }) => `${file.path} ${finding.rule}`)).toEqual([]);
      }),
      { numRuns: runs(20) },
    );
  });

  it("is new where one more article shares it", async () => {
    const cwd = project();
    write(cwd, ARTICLES);
    const before = await check(cwd);
    writeFileSync(
      join(cwd, "source/_posts/copy.md"),
      written({ day: 12, title: "Harbour news", text: BODY, subject: "tide" }),
    );
    const { new: fresh } = compared(before, await check(cwd));
    expect(new Set(fresh.map(({ file }) => file.path))).toEqual(new Set(["source/_posts/copy.md"]));
  });

  it("of the whole site stays known when the article goes that it was told at", async () => {
    const links = Array.from({ length: 30 }, (_, index) => `[x](/series/${index}/)`).join(" ");
    const cwd = temporaryProject({
      ".git/HEAD": "",
      ".copydeskrc": "site: { complete: true }\n",
      "posts/a.md": `${links}\n`,
      "posts/b.md": `${links.replaceAll("/series/", "/series/1")}\n`,
    });
    const before = await check(cwd);
    const doubts = before.files.flatMap(({ findings }) =>
      findings.filter(({ rule }) => rule === "site/doubt"),
    );
    expect(doubts.map(({ concerns }) => concerns)).toEqual(["site"]);
    writeFileSync(join(cwd, "posts/a.md"), "Text.\n");
    const { new: fresh, known } = compared(before, await check(cwd));
    expect([fresh.length, known.map(({ file }) => file.path)]).toEqual([0, ["posts/b.md"]]);
  });
});
