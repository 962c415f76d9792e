import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { inferCollections } from "../../src/inference/infer-collections.js";
import { configYaml } from "../../src/inference/print/config-yaml.js";
import { evidenceText } from "../../src/inference/print/evidence-text.js";
import { jsonSchemaOf } from "../../src/inference/print/json-schema.js";
import { zodModule } from "../../src/inference/print/zod-source.js";
import { observed } from "./observed.js";

const { collections } = inferCollections([
  ...observed(
    40,
    (index) => ({
      title: `Talks ${index}`,
      ...(index < 20 ? { "content-type": "talk", tags: ["a", 1] } : {}),
    }),
    (index) => `posts/${index}.md`,
  ),
  ...observed(
    10,
    (index) => ({ id: index, label: "x" }),
    (index) => `pages/${index}.md`,
  ),
]);
const [base, pages] = collections;
if (base === undefined || pages === undefined) throw new Error("two collections");
const [{ root }, { root: pagesRoot }] = [base.inferred, pages.inferred];

describe("an inferred schema", () => {
  it("is part of a config in YAML, with evidence on the line of each key", () => {
    const yaml = configYaml([
      { files: undefined, comment: "Posts.", root },
      { files: "pages/**", comment: "Pages.", root: pagesRoot },
    ]);
    expect(parse(yaml)).toEqual({
      schema: jsonSchemaOf(root),
      overrides: [{ files: "pages/**", schema: jsonSchemaOf(pagesRoot) }],
    });
    expect(yaml).toContain("# Posts.\nschema:");
    expect(yaml).toContain("title: { type: string, minLength: 1 } # required, in 40 of 40");
    expect(yaml).toContain("# Pages.");
  });

  it("is a module of zod schemas", () => {
    expect(
      zodModule([{ name: "posts", comment: "Ends with */.", root }]),
    ).toBe(`import { z } from "zod";

/** Ends with *\\/. */
export const posts = z.strictObject({
  title: z.string().min(1), // required, in 40 of 40
  "content-type": z.literal("talk").optional(), // in 20 of 40
  tags: z.array(z.union([z.int(), z.literal("a")])).optional(), // in 20 of 40
});
`);
  });

  it("is shown with what speaks for it", () => {
    expect(evidenceText(base)).toBe(`All other folders: 40 with front matter
  title         40/40 required  text
  content-type  20/40           "talk"
  tags          20/40           a list of (a whole number, or "a")
  Other keys are refused.
`);
  });
});
