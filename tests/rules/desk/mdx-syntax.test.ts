import { describe } from "vitest";
import rule from "../../../rules/desk/mdx-syntax.js";
import { testRule } from "../../../src/testing/test-rule.js";

const article = { path: "src/content/docs/a.mdx", engine: "astro" } as const;

describe("names in braces", () => {
  testRule(rule, {
    valid: [
      {
        name: "names on a site whose config cannot be read",
        text: "See {options}.\n",
        ...article,
      },
    ],
    invalid: [
      {
        name: "a name that nothing declares",
        text: "See {options}.\n",
        ...article,
        settings: { site: { config: { integrations: [] } } },
        findings: [{ messageId: "undeclared", text: "{options}" }],
      },
    ],
  });
});
