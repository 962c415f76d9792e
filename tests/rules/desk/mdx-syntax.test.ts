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
      {
        name: "expressions that begin with what is declared, with a word of the language or a value",
        text: 'import tide from "../tide.js";\n\nAt {tide.high}, {tide?.low}, {tide(2)}, {Math.max(1, 2)}, {(() => 1)()}, {"a".length}, {typeof (2)}.\n',
        ...article,
        settings: { site: { config: { integrations: [] } } },
        variants: ["crlf"],
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
      ...["{tide.high}", "{tide?.high}", "{tide[0]}", "{tide(2)}"].map((expression) => ({
        name: `a lost import that ${expression} needs`,
        text: `High water is at ${expression}.\n`,
        ...article,
        settings: { site: { config: { integrations: [] } } },
        findings: [{ messageId: "undeclared", text: expression }],
      })),
    ],
  });
});
