import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import rule from "../../../rules/front-matter/consistency.js";
import type { Page } from "../../../rules/front-matter/lib/consistency/columns.js";
import { oddValues } from "../../../rules/front-matter/lib/consistency/learn.js";
import type { Value } from "../../../rules/front-matter/lib/consistency/values.js";
import { testRule } from "../../../src/testing/test-rule.js";

const NAMES = [
  ..."tiller mast boom keel rudder winch cleat anchor halyard sheet shroud stay hawser".split(" "),
];

/** Articles whose front matter is written by a function of their number and name. */
const articles = (written: (at: number, name: string) => string) =>
  NAMES.map((name, at) => ({
    path: `docs/${name}.md`,
    text: `---\n${written(at, name)}\n---\nTides.\n`,
  }));
const page = (frontMatter: string): string => `---\n${frontMatter}\n---\nTides.\n`;
const release = (patch: number) => ({
  path: `_posts/2024-05-${10 + patch}-tides-1-${patch}-released.md`,
  text: page(`title: Tides 1.${patch} released\nversion: 1.${patch}`),
});
const releases = Array.from({ length: 13 }, (_one, patch) => release(patch));
const tagList = { path: "data/rules.yml", text: "rules:\n- tag: sail\n- tag: row\n- tag: motor\n" };

testRule(rule, {
  valid: [
    {
      name: "a habit that too few articles show",
      path: "docs/line.md",
      text: page("id: mast"),
      articles: articles((_at, name) => `id: ${name}`).slice(0, 11),
    },
    {
      name: "a habit that two of thirteen break",
      path: "docs/line.md",
      text: page("size: large"),
      articles: [
        ...articles((at) => `size: ${at}`),
        { path: "docs/warp.md", text: page("size: small") },
      ],
    },
    {
      name: "two articles whose names changed places",
      path: "docs/line.md",
      text: page("id: warp"),
      articles: [
        ...articles((_at, name) => `id: ${name}`),
        { path: "docs/warp.md", text: page("id: line") },
      ],
    },
    {
      name: "a version that names the release more roughly, or is written without points",
      path: "_posts/2024-06-01-tides-20-released.md",
      text: page("title: Tides\nversion: '2.0'"),
      articles: releases,
    },
    {
      name: "a title in other words than the heading",
      path: "docs/line.md",
      text: "---\ntitle: Lines\n---\n# All about lines\n",
      articles: NAMES.map((name) => ({
        path: `docs/${name}.md`,
        text: `---\ntitle: The ${name}\n---\n# The ${name}\n`,
      })),
    },
    {
      name: "an empty key that others lack, and an image, a date and a group that are empty",
      path: "docs/line.md",
      text: page("lure:\nimage:\nupdated:\nseries: ''\nnote: ~"),
      articles: [
        ...articles(
          (at, name) =>
            `lure: The ${name}.\nimage: ${name}-${at}x.png\nupdated: 2024-01-0${(at % 9) + 1}\nseries: ${name} ${at}\nnote: The ${name}.`,
        ),
        { path: "docs/warp.md", text: page("size: 1") },
        { path: "docs/wind.md", text: page("size: 2") },
      ],
    },
    {
      name: "a picture that is named after no article",
      path: "docs/line.md",
      text: page("image: /images/harbour.png"),
      articles: articles((_at, name) => `image: /images/${name}-${name.length}x.png`),
    },
    {
      name: "an article that is not published",
      engine: "hugo",
      path: "content/docs/line.md",
      text: page("draft: true\nsize: large"),
      articles: articles((at) => `size: ${at}`).map(({ path, text }) => ({
        path: `content/${path}`,
        text,
      })),
    },
    {
      name: "a page that is a file of another kind",
      path: "docs/line.md",
      text: page("next: chart"),
      files: [{ path: "static/chart.pdf" }],
      articles: articles((at) => `next: ${NAMES[(at + 1) % NAMES.length]}`),
    },
    {
      name: "words of a list that is hardly used",
      path: "docs/line.md",
      text: page("drive: steam"),
      files: [{ ...tagList, text: `${tagList.text}- tag: a\n- tag: b\n- tag: c\n- tag: d\n` }],
      articles: articles((at) => `drive: ${["sail", "row", "motor"][at % 3]}`),
    },
    {
      name: "a language in a folder that is none of a language",
      path: "docs/admin/line.md",
      text: page("lang: fr"),
      articles: [..."de fr it".split(" ")].flatMap((lang) =>
        NAMES.slice(0, 6).map((name) => ({
          path: `docs/${lang}/${name}.md`,
          text: page(`lang: ${lang}`),
        })),
      ),
    },
    ...["Tides 2.4.2 and 2.3.9 released", "Tides 2.4.2: a prize of 1.000.000 ¥"].map((title) => ({
      name: `a title with more numbers than the name of the file: ${title}`,
      path: "_posts/2024-06-01-tides-2-4-2-released.md",
      text: page(`title: "${title}"`),
      articles: releases,
    })),
    {
      name: "numbers that sort the pages of a language as in all others",
      path: "docs/pl/mast.md",
      text: page("sidebar_position: 3"),
      articles: [
        ...[..."de fr it es".split(" ")].flatMap((lang) =>
          NAMES.map((name, at) => ({
            path: `docs/${lang}/${name}.md`,
            text: page(`sidebar_position: ${at + 1}`),
          })),
        ),
        { path: "docs/pl/boom.md", text: page("sidebar_position: 5") },
      ],
    },
  ],
  invalid: [
    {
      name: "the address of a discussion that another article has, where all have their own",
      path: "docs/warp.md",
      text: page("talk: https://quay.example/post/3lqdmyu0a"),
      articles: articles((at) => `talk: https://quay.example/post/3lqdmyu${at}a`),
      findings: [{ messageId: "taken", text: "https://quay.example/post/3lqdmyu0a" }],
    },
    {
      name: "a version that is not that of the name or the title",
      path: "_posts/2024-06-01-tides-2-4-2-released.md",
      text: page("title: Tides 2.4.2 released\nversion: 2.4.6"),
      articles: releases,
      findings: [{ messageId: "number", text: "2.4.6" }],
    },
    {
      name: "a picture below the name of another article",
      path: "docs/line.md",
      text: page("image: /images/mast/header.png"),
      articles: articles((_at, name) => `image: /images/${name}/header.png`),
      findings: [
        {
          messageId: "otherPage",
          text: "/images/mast/header.png",
          related: ["docs/mast.md 2:8-2:31"],
        },
      ],
    },
    {
      name: "a year in a list that is not the year of the article, in TOML",
      path: "docs/line.md",
      text: '+++\ndate = 2021-05-01\narchive = ["2012"]\n+++\nTides.\n',
      articles: NAMES.map((name, at) => ({
        path: `docs/${name}.md`,
        text: `+++\ndate = 20${10 + at}-05-01\narchive = ["20${10 + at}"]\n+++\nTides.\n`,
      })),
      suggested: ['+++\ndate = 2021-05-01\narchive = ["2021"]\n+++\nTides.\n'],
      findings: [{ messageId: "year", text: "2012" }],
    },
    {
      name: "an empty text where all others have one, and an author who is not in the file of authors",
      path: "docs/line.md",
      text: page('lure: ""\nauthor: [mast-x]'),
      files: [
        {
          path: "content/authors.yml",
          text: NAMES.map((name) => `${name}:\n  name: A\n`).join(""),
        },
      ],
      articles: articles((_at, name) => `lure: The ${name}.\nauthor: [${name}]`),
      findings: [
        { messageId: "empty", at: "2:8-2:8" },
        { messageId: "word", text: "mast-x" },
      ],
    },
    {
      name: "a word that the data file does not list",
      path: "docs/line.md",
      text: page("drive: steam"),
      files: [tagList],
      articles: articles((at) => `drive: ${["sail", "row", "motor"][at % 3]}`),
      findings: [{ messageId: "word", text: "steam" }],
    },
    {
      name: "an identifier that is the name of another article",
      path: "docs/line.md",
      text: page("spdx: mast"),
      articles: articles((_at, name) => `spdx: ${name}`),
      findings: [{ messageId: "otherPage", text: "mast", related: ["docs/mast.md 2:7-2:11"] }],
    },
    {
      name: "a language that is not that of the folder",
      path: "docs/de/line.md",
      text: page("lang: fr"),
      articles: [..."de fr it".split(" ")].flatMap((lang) =>
        NAMES.slice(0, 6).map((name) => ({
          path: `docs/${lang}/${name}.md`,
          text: page(`lang: ${lang}`),
        })),
      ),
      suggested: [page("lang: de")],
      findings: [{ messageId: "folder", text: "fr" }],
    },
    {
      name: "a number that sorts a page otherwise than all other languages",
      path: "docs/pl/mast.md",
      text: page("sidebar_position: 7"),
      articles: [
        ...[..."de fr it es".split(" ")].flatMap((lang) =>
          NAMES.map((name, at) => ({
            path: `docs/${lang}/${name}.md`,
            text: page(`sidebar_position: ${at + 1}`),
          })),
        ),
        { path: "docs/pl/boom.md", text: page("sidebar_position: 3") },
      ],
      findings: [{ messageId: "edition", text: "7" }],
    },
    {
      name: "a key that differs from its twin and is that of another article",
      path: "docs/line.md",
      text: page("slug: 27422599\nabbrlink: 27422543"),
      articles: articles((at) => `slug: 274225${at + 40}\nabbrlink: 274225${at + 40}`),
      findings: [{ messageId: "differs", text: "27422543", related: ["2:7-2:15"] }],
    },
  ],
});

describe("values that contradict all others", () => {
  const value = fc.record({
    key: fc.constantFrom("id", "next", "size", "version", "serial"),
    kind: fc.constantFrom<Value["kind"]>("text", "number", "boolean", "list"),
    text: fc.constantFrom("a", "b-1", "1.2", "7", "2021", "4f1a09c", "mast", "/x/mast.png", ""),
  });
  const pageOf = (values: readonly Omit<Value, "range">[], at: number): Page => ({
    path: `docs/${["de", "en", "fr"][at % 3]}/${NAMES[at % NAMES.length]}-${at}.md`,
    name: `${NAMES[at % NAMES.length]}-${at}`,
    title: `Page ${at}`,
    heading: "",
    days: [],
    edition: "",
    language: "",
    identity: `${at}`,
    values: values.map((one, nth) => ({ ...one, range: { start: nth, end: nth + 1 } })),
  });
  const told = (pages: readonly Page[]) =>
    oddValues(pages, [], []).map(({ cell, messageId, count }) => [
      cell.page.path,
      cell.value.range.start,
      messageId,
      count,
    ]);

  it("are the same in any order of articles", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { maxLength: 4 }), { minLength: 13, maxLength: 30 }),
        fc.integer(),
        (written, seed) => {
          const pages = [
            ...written.map(pageOf),
            ...NAMES.map((name, at) =>
              pageOf(
                [
                  { key: "size", kind: "number", text: `${at}` },
                  { key: "id", kind: "text", text: `${name}-${at + 40}` },
                ],
                at + 40,
              ),
            ),
          ];
          const turned = [...pages].sort(
            (one, other) => hash(one.path, seed) - hash(other.path, seed),
          );
          expect(told(turned)).toEqual(told(pages));
        },
      ),
    );
  });

  it("are none where everybody differs", () => {
    const pages = NAMES.flatMap((_name, at) => [
      pageOf([{ key: "id", kind: "text", text: `x ${at} y` }], at),
      pageOf([{ key: "id", kind: "number", text: `${at * at}` }], at + 20),
    ]);
    expect(told(pages)).toEqual([]);
  });

  it("are none where all have the same value", () => {
    const pages = NAMES.map((_name, at) => pageOf([{ key: "id", kind: "text", text: "mast" }], at));
    expect(told(pages)).toEqual([]);
  });
});

function hash(text: string, seed: number): number {
  let sum = seed | 0;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 2654435761) | 0;
  return sum;
}
