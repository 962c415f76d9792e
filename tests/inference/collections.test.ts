import { describe, expect, it } from "vitest";
import { collectionsOf } from "../../src/inference/collections.js";
import { globOf, inferCollections } from "../../src/inference/infer-collections.js";
import { observed } from "./observed.js";

const posts = observed(
  12,
  () => ({ title: "x", date: "2022-03-01" }),
  (index) => `content/blog/20${index + 10}/a.md`,
);
const pages = observed(
  12,
  () => ({ title: "x", weight: 1 }),
  (index) => `content/docs/${index}.md`,
);
const shown = (given: Parameters<typeof collectionsOf>[0]) =>
  collectionsOf(given).map(({ folder, articles }) => [folder, articles.length]);

describe("collections", () => {
  it("are the folders whose articles have other keys", () => {
    expect(shown([...posts, ...pages])).toEqual([
      ["", 12],
      ["content/blog", 12],
    ]);
  });

  it("are one where the keys are the same, or folders are dates", () => {
    const moved = posts.map((one) => ({ ...one, path: one.path.replace("blog", "news") }));
    expect(shown([...posts, ...moved])).toEqual([["", 24]]);
  });

  it("are found inside of each other", () => {
    const talks = observed(
      10,
      () => ({ title: "x", date: "2022-03-01", speaker: "Anna" }),
      (index) => `content/blog/talks/${index}.md`,
    );
    expect(shown([...posts, ...talks, ...pages])).toEqual([
      ["", 12],
      ["content/blog", 12],
      ["content/blog/talks", 10],
    ]);
  });

  it.each([
    ["my-posts", "myPosts", "my-posts/**"],
    ["[lang]", "lang", "\\[lang\\]/**"],
    ["2022talks", "articles2022talks", "2022talks/**"],
    ["博客", "articles2", "博客/**"],
  ])("in %s have a name for a constant and a glob for this folder alone", (folder, name, glob) => {
    const moved = posts.map((one, index) => ({ ...one, path: `${folder}/${index}.md` }));
    const top = pages.map((one, index) => ({ ...one, path: `${index}.md` }));
    const { collections } = inferCollections([...top, ...moved]);
    const found = collections.find((one) => one.folder === folder);
    expect([found?.name, found && globOf(found)]).toEqual([name, glob]);
  });

  it("have different names", () => {
    const folders = ["content/a/en", "content/b.a/en"];
    const { collections } = inferCollections([
      ...pages,
      ...folders.flatMap((folder) =>
        observed(
          10,
          () => ({ [folder]: "x" }),
          (index) => `${folder}/${index}.md`,
        ),
      ),
    ]);
    expect(new Set(collections.map(({ name }) => name)).size).toBe(collections.length);
  });

  it("leave out what is too little to infer from", () => {
    const { collections, others } = inferCollections([...posts, ...pages.slice(0, 6)]);
    expect([collections.map(({ folder }) => folder), others]).toEqual([["content/blog"], 6]);
  });
});
