import { describe, expect, it } from "vitest";
import { inferSchema } from "../../src/inference/infer-schema.js";
import { outliersOf } from "../../src/inference/outliers.js";
import { allButOne, observed } from "./observed.js";

function outliers(...given: Parameters<typeof observed>) {
  const articles = observed(...given);
  return outliersOf({ folder: "", articles }, inferSchema(articles));
}

/** One of 40 articles has `data`, the others `{ title, date, layout }`. */
const told = (data: Readonly<Record<string, unknown>>): readonly string[] =>
  outliers(40, (index) => {
    const usual = { title: `Talks ${index}`, date: `2022-03-${10 + (index % 20)}`, layout: "post" };
    return allButOne(usual, { ...usual, ...data })(index);
  }).map(({ what }) => what);

describe("an article that differs", () => {
  it.each([
    [{ date: "2022-02-31" }, '"date" is "2022-02-31", not a date (2022-03-01)'],
    [{ title: 5 }, '"title" is a whole number, not text'],
    [{ title: "" }, '"title" is empty'],
    [{ title: null }, '"title" is empty'],
    [{ layout: "psot" }, '"layout" is "psot", not "post"'],
  ])("is told: %o", (data, what) => {
    expect(told(data)).toEqual([what]);
  });

  it("is told once for a key that is misspelled, with its place", () => {
    const found = outliers(30, (index) =>
      allButOne<Readonly<Record<string, unknown>>>(
        { description: "x" },
        { descripton: "x" },
      )(index),
    );
    expect(found).toMatchObject([
      {
        path: "posts/0007.md",
        what: '"descripton" is probably a misspelling of "description"',
        written: ["descripton"],
        usual: { holds: 29, of: 30 },
        isRefused: false,
      },
    ]);
  });

  it("is refused by the schema where there are a hundred others", () => {
    const found = outliers(100, (index) => allButOne({ title: "x" }, {})(index));
    expect(found).toMatchObject([{ what: '"title" is missing', isRefused: true }]);
  });

  it("is told where its file name has a date of another month", () => {
    const found = outliers(
      30,
      (index) => ({ date: index === 3 ? "2022-09-06" : "2022-08-12" }),
      (index) => `_posts/2022-08-10-talks-${String(index).padStart(2, "0")}.md`,
    );
    expect(found.map(({ what }) => what)).toContain(
      '"date" is 2022-09-06, but the file name says 2022-08-10',
    );
  });

  it("is not told where many differ", () => {
    const found = outliers(40, (index) => ({ title: index % 4 === 0 ? 1 : "x" }));
    expect(found).toEqual([]);
  });
});
