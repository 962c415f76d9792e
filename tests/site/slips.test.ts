import { describe, expect, it } from "vitest";
import { OftenNamed } from "../../src/site/often-named.js";
import { isSlip, slipOf, slipOfFile } from "../../src/site/slips.js";
import { findingsOf } from "../engines/findings-of.js";

describe("isSlip", () => {
  it.each([
    ["moorinb", "mooring"],
    ["tide-tble", "tide-table"],
    ["gettiing-startd", "getting-started"],
    ["Harbuor", "harbour", false],
    ["rigging", "digging"],
    ["潮汐的时闻", "潮汐的时间"],
  ])("%s may be %s", (written, name, is = true) => {
    expect(isSlip(written, name)).toBe(is);
  });

  it.each([
    ["another part of a series", "release-12", "release-13"],
    ["another version", "v2-tides", "v3-tides"],
    ["the list of what it is one of", "mooring", "moorings"],
    ["other signs between the words", "tide-table", "tidetable"],
    ["one hyphen more", "tide--table", "tide-table"],
    ["a short word", "qay", "quay"],
    ["another word", "harbour", "harvest"],
  ])("takes no slip for %s", (_, written, name) => {
    expect(isSlip(written, name)).toBe(false);
  });
});

describe("what is beside a path", () => {
  it("is compared by its last name", () => {
    expect(slipOf("/guide/moorinb/", ["/guide/anchor/", "/guide/mooring/"])).toBe(
      "/guide/mooring/",
    );
    expect(slipOf("/guide/moorinb.html", ["/guide/piers.html"])).toBeUndefined();
  });

  it("is a file of the same kind in the same folder", () => {
    const list = () => ["img/boat-yard.png", "img/old/boat-hard.png", "img/boat-tard.svg"];
    expect(slipOfFile(["img/boat-bard.png"], { list })).toBe("img/boat-yard.png");
    expect(slipOfFile(["img/boat-bard.webp"], { list })).toBeUndefined();
  });
});

describe("an address that many articles name", () => {
  const often = (address: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ address, from: `${n}.md` }));
  const one = (address: string) => ({ address, from: "a.md" });

  it("is what one article misspells, though nobody can tell what is there", () => {
    const named = new OftenNamed([...often("/trials/", 12), one("/triaks/"), one("/trial")]);
    expect(named.slipOf("/triaks/")).toBe("/trials");
    expect(named.slipOf("/trial")).toBeUndefined();
    expect(named.slipOf("/sea/triaks/")).toBeUndefined();
  });

  it("says nothing of one that others name as well", () => {
    const named = new OftenNamed([...often("/trials/", 12), ...often("/triaks/", 2)]);
    expect(named.slipOf("/triaks/")).toBeUndefined();
    expect(new OftenNamed(often("/trials/", 9)).slipOf("/triaks/")).toBeUndefined();
  });
});

describe("on a site whose code makes pages", () => {
  const names = Array.from({ length: 24 }, (_, n) => `${"abcdefghijklmnopqrstuvwxyz"[n]}-mooring`);
  // Too few in each folder to tell by the folder.
  const folder = (n: number) => `${names[n % 8]}s`;
  const site = (text: string) => ({
    "gatsby-config.js":
      "module.exports = { siteMetadata: { siteUrl: 'https://harbour.example' } };",
    "gatsby-node.js": "exports.createPages = () => {};",
    "static/img/lighthouse.png": "",
    ...Object.fromEntries(
      names.map((name, n) => [
        `content/${n}.md`,
        `---\npermalink: ${folder(n)}/${name}.html\nredirect_from:\n  - old/${name}.html\n---\n\n## Deep water\n\nText.\n`,
      ]),
    ),
    "content/list.md": `${names.map((name, n) => `[of ${name}](/${folder(n)}/${name}.html#deep-water)`).join("\n")}\n\n${text}\n`,
  });
  const LINE = names.length + 2;

  it("a misspelt name is absent", async () => {
    expect(await findingsOf(site("[x](/c-moorings/c-moorinb.html)"))).toEqual([
      `content/list.md:${LINE} link/broken/absentNearest`,
    ]);
    expect(await findingsOf(site("[x](/c-moorings/c-mooring.html#deep-woter)"))).toEqual([
      `content/list.md:${LINE} link/anchor/nearest`,
    ]);
  });

  it("a misspelt name is absent where a rewrite shows pages of another folder", async () => {
    const rewrite = { "static/_redirects": "/*  /c-moorings/:splat  200\n" };
    const found = await findingsOf({
      ...site("[x](/c-moorinb.html) [y](/other.html)"),
      ...rewrite,
    });
    expect(found).toEqual([`content/list.md:${LINE} link/broken/absentNearest`]);
  });

  it("another name may be made", async () => {
    expect(await findingsOf(site("[x](/log/all-tides.html) [y](/c-moorings/other.html)"))).toEqual(
      [],
    );
  });

  it("an address that an article is redirected from is none of the absent", async () => {
    const files = site("[x](/old/c-mooring.html)");
    expect(await findingsOf(files)).toEqual([]);
    const moved = {
      source: "/:path*",
      has: [{ type: "host", value: "quay.example" }],
      destination: "https://harbour.example/:path*",
    };
    const host = { "vercel.json": JSON.stringify({ redirects: [moved] }) };
    expect(await findingsOf({ ...files, ...host }, ["link/redirect"])).toEqual([
      `content/list.md:${LINE} link/redirect/redirected`,
    ]);
  });

  it("a name that is written again and again may be made", async () => {
    const links = Array.from({ length: 5 }, () => "[x](/c-moorings/c-moorinb.html)").join(" ");
    expect(await findingsOf(site(links))).toEqual([]);
  });
});
