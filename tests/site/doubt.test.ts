import { describe, expect, it } from "vitest";
import notFound from "../../rules/image/not-found.js";
import anchor from "../../rules/link/anchor.js";
import broken from "../../rules/link/broken.js";
import doubt from "../../rules/site/doubt.js";
import type { SiteSettings } from "../../src/facts/site-settings.js";
import { checkTexts } from "../../src/testing/check-texts.js";

const RULES = [{ rule: broken }, { rule: anchor }, { rule: doubt }];

const links = (count: number, target: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => `[link ${n}](${target(n)})`).join("\n");

/** What is found in the articles, as `rule message`, with how many references stay unknown. */
function check(
  texts: Readonly<Record<string, string>>,
  site: Partial<SiteSettings> = {},
  files: readonly string[] = [],
) {
  const { results } = checkTexts(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    { rules: RULES, engine: "none", site: { complete: true, ...site }, files },
  );
  const findings = results.flatMap((result) => result.findings);
  return {
    broken: findings.filter(({ rule }) => rule !== "site/doubt").map(({ message }) => message),
    doubts: findings.filter(({ rule }) => rule === "site/doubt").map(({ message }) => message),
    unknown: results.flatMap((result) => result.unknown.map(({ reason }) => reason)),
  };
}

/** What is found in the articles where images are judged. */
function checkImages(texts: Readonly<Record<string, string>>) {
  const { results } = checkTexts(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    { rules: [{ rule: notFound }, { rule: doubt }], engine: "none", site: { complete: true } },
  );
  const findings = results.flatMap((result) => result.findings);
  return {
    missing: findings.filter(({ rule }) => rule === "image/not-found"),
    doubts: findings.filter(({ rule }) => rule === "site/doubt").map(({ message }) => message),
  };
}

describe("doubt", () => {
  it("calls twenty links to one folder unknown when none of them leads anywhere", () => {
    const { broken, doubts, unknown } = check({ "a.md": links(20, (n) => `/talks/${n}/`) });
    expect(broken).toEqual([]);
    expect(doubts).toEqual(["Many links to /talks/ have no known target: 20 of 20."]);
    expect(unknown).toEqual(Array(20).fill("doubted"));
  });

  it("takes no numbers for a sign that ids are misread", () => {
    const words = (count: number) => links(count, (n) => `#q${String.fromCharCode(97 + n)}zz`);
    const numbers = links(30, (n) => `#${1000 + n}`);
    const { broken, doubts } = check({ "a.md": `${words(19)}\n${numbers}` });
    expect(broken).toHaveLength(49);
    expect(doubts).toEqual([]);
    expect(check({ "a.md": `${words(20)}\n${numbers}` }).broken).toEqual([]);
  });

  it("keeps nineteen of them as findings", () => {
    const { broken, doubts } = check({ "a.md": links(19, (n) => `/talks/${n}/`) });
    expect(broken).toHaveLength(19);
    expect(doubts).toEqual([]);
  });

  it("keeps the findings of a class most of which resolves", () => {
    const pages = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`boat${n}x/index.md`, "Text."]),
    );
    const dead = links(20, (n) => `/gone${n * 7919}y/z.md`);
    const alive = links(60, (n) => `/boat${n}x/`);
    const { broken, doubts } = check({ ...pages, "a.md": `${dead}\n${alive}` });
    expect(broken).toHaveLength(20);
    expect(doubts).toEqual([]);
  });

  it("reads an address from the root like one with the site's host, which shows how it is read", () => {
    const pages = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`boat${n}x/index.md`, "Text."]),
    );
    const dead = links(20, (n) => `/gone${n * 7919}y/z/`);
    const alive = links(60, (n) => `https://example.org/boat${n}x/`);
    const url = "https://example.org/";
    expect(check({ ...pages, "a.md": dead }, { url }).broken).toEqual([]);
    const { broken, doubts } = check({ ...pages, "a.md": `${dead}\n${alive}` }, { url });
    expect(broken).toHaveLength(20);
    expect(doubts).toEqual([]);
  });

  it("counts a target once, however often it is linked to", () => {
    const { broken, doubts } = check({ "a.md": links(60, (n) => `/talks/${n % 3}/`) });
    expect(broken).toHaveLength(60);
    expect(doubts).toEqual([]);
  });

  it("doubts the few values of a key of the front matter that begin as those of a doubted one do", () => {
    const articles = (thumb: (n: number) => string) =>
      Object.fromEntries(
        Array.from({ length: 25 }, (_, n) => [
          `a${n}.md`,
          `---\nimage: img/x${n}.png\n${n < 3 ? `cover: ${thumb(n)}\n` : ""}---\n\nText.\n`,
        ]),
      );
    const { doubts, missing } = checkImages(articles((n) => `img/t${n}.png`));
    expect(missing).toEqual([]);
    expect(doubts).toEqual([
      "Many values of image in the front matter have no known target: 25 of 25.",
      "Many values of cover in the front matter have no known target: 3 of 3.",
    ]);
    expect(checkImages(articles((n) => `pictures/t${n}.png`)).missing).toHaveLength(3);
  });

  it("doubts a narrow class without the wide one", () => {
    const { broken, doubts } = check({
      "a.md": `${links(30, (n) => `/talks/${n}/`)}\n${links(5, (n) => `/quay${n * 7919}/`)}`,
    });
    expect(doubts).toEqual(["Many links to /talks/ have no known target: 30 of 30."]);
    expect(broken).toHaveLength(5);
  });

  it("takes misspellings for what they are", () => {
    const names = Array.from({ length: 30 }, (_, n) => `harbour-${"abcdefghij"[n % 10]}${n}xyz`);
    const pages = Object.fromEntries(names.map((name) => [`guide/${name}.md`, "Text."]));
    const { broken, doubts } = check({
      ...pages,
      "a.md": names.map((name) => `[x](guide/${name}q.md)`).join("\n"),
    });
    expect(broken).toHaveLength(30);
    expect(doubts).toEqual([]);
  });

  it("leaves the findings of a site that a person vouches for, and adds one hint", () => {
    const { broken, doubts } = check(
      { "a.md": links(25, (n) => `/talks/${n}/`) },
      { isVouchedFor: true },
    );
    expect(broken).toHaveLength(25);
    expect(doubts).toHaveLength(1);
  });

  it("doubts anchors of one article", () => {
    const { broken, doubts, unknown } = check({
      "a.md": links(20, (n) => `b.md#part-${n}`),
      "b.md": "# Boats\n",
      "c.md": "[x](a.md#nowhere)",
    });
    expect(doubts).toEqual(["Many fragments of links to b.md have no known target: 20 of 20."]);
    expect(unknown).toEqual(Array(20).fill("doubted"));
    expect(broken).toEqual(["The link target has no anchor #nowhere."]);
  });
});

describe("evidence", () => {
  const images = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, n) => `web/public/files/tide${n}.pdf`);

  it("learns a folder that is served at the root of the site", () => {
    const { broken, doubts } = check(
      { "a.md": `${links(8, (n) => `/files/tide${n}.pdf`)}\n[gone](/files/ebb-and-flow.pdf)` },
      {},
      images(8),
    );
    expect(broken).toEqual(["The link target does not exist: /files/ebb-and-flow.pdf."]);
    expect(doubts).toEqual([]);
  });

  it("does not learn it from fewer than eight files", () => {
    const { broken } = check({ "a.md": links(7, (n) => `/files/tide${n}.pdf`) }, {}, images(7));
    expect(broken).toHaveLength(7);
  });
});
