import { describe, expect, it } from "vitest";
import { folderOfAddress, shownFolders } from "../../src/site/shown-folders.js";

const found = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ address: `/guide/part-${n}`, isFound: true }));
const lost = (count: number, folder = "/guide/") =>
  Array.from({ length: count }, (_, n) => ({ address: `${folder}gone-${n}`, isFound: false }));

describe("shownFolders", () => {
  it("shows a folder into which eight links lead to articles", () => {
    expect([...shownFolders(found(8), []).keys()]).toEqual(["/guide/"]);
    expect([...shownFolders(found(7), []).keys()]).toEqual([]);
  });

  it("shows none of which more than a quarter of the links lead to no article", () => {
    expect(shownFolders([...found(9), ...lost(3)], []).size).toBe(1);
    expect(shownFolders([...found(9), ...lost(4)], []).size).toBe(0);
  });

  it("says nothing of other folders", () => {
    expect(shownFolders([...found(9), ...lost(9, "/api/")], []).has("/api/")).toBe(false);
  });

  it("places articles whose addresses nobody knows by their names, without dates", () => {
    const asked = Array.from({ length: 8 }, (_, n) => ({
      address: `/blog/tide-${n}/`,
      isFound: false,
    }));
    const paths = asked.map((_, n) => `src/posts/2026-01-0${n + 1}-tide-${n}.md`);
    expect(shownFolders(asked, paths).get("/blog/")?.get("tide-3")).toBe(
      "src/posts/2026-01-04-tide-3.md",
    );
  });

  it("places articles that no link names as well", () => {
    const asked = Array.from({ length: 8 }, (_, n) => ({
      address: `/blog/tide-${n}/`,
      isFound: false,
    }));
    const paths = asked.map((_, n) => `src/posts/tide-${n}.md`);
    const named = shownFolders(asked, [...paths, "src/posts/2026-02-01-ebb.md"]).get("/blog/");
    expect(named?.get("ebb")).toBe("src/posts/2026-02-01-ebb.md");
    expect(named?.get("flow")).toBeUndefined();
  });

  it("takes the folders of dates for one, and no other numbers", () => {
    const dated = (folder: (n: number) => string) =>
      Array.from({ length: 9 }, (_, n) => ({
        address: `${folder(n)}tide-${n}.html`,
        isFound: false,
      }));
    const paths = Array.from({ length: 9 }, (_, n) => `posts/2026-01-0${n + 1}-tide-${n}.md`);
    const days = shownFolders(
      dated((n) => `/log/2026/01/0${n}/`),
      paths,
    );
    expect(days.has(folderOfAddress("/log/2025/11/12/ebb.html"))).toBe(true);
    expect(days.has(folderOfAddress("/log/2025/ebb.html"))).toBe(false);
    expect(
      shownFolders(
        dated((n) => `/v${n}/`),
        paths,
      ).size,
    ).toBe(0);
  });
});
