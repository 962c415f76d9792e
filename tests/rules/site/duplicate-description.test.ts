import rule from "../../../rules/site/duplicate-description.js";
import { testRule } from "../../../src/testing/test-rule.js";

const LONG = "Ten things that make the editor better, and how to install them.";

function post(path: string, body: string, description = LONG, more = "") {
  return {
    path: `posts/${path}`,
    text: `---\ntitle: ${path}\ndescription: ${description}\n${more}---\n${body}`,
  };
}

testRule(rule, {
  valid: [
    {
      name: "a short one",
      ...post("b.md", "Boats.\n", "The editor"),
      articles: [post("a.md", "Harbours.\n", "The editor")],
      variants: false,
    },
    {
      name: "one that many share",
      ...post("c.md", "Boats.\n"),
      articles: [post("a.md", "Harbours.\n"), post("b.md", "Quays.\n")],
      variants: false,
    },
    {
      name: "parts of a series",
      ...post("weekly-2.md", "Boats.\n"),
      articles: [post("weekly-1.md", "Harbours.\n")],
      variants: false,
    },
    {
      name: "a draft",
      ...post("b.md", "Boats.\n", LONG, "draft: true\n"),
      engine: "hugo",
      articles: [post("a.md", "Harbours.\n")],
      variants: false,
    },
  ],
  invalid: [
    {
      name: "that of a newer article, whose text has its words",
      ...post("a.md", "Boats leave at four.\n", LONG, "date: 2020-01-01\n"),
      articles: [
        post(
          "b.md",
          "These things make the editor better. Install them.\n",
          LONG,
          "date: 2021-01-01\n",
        ),
      ],
      findings: [{ messageId: "same", text: LONG }],
      variants: false,
    },
    {
      name: "the description of an older post",
      ...post("b.md", "Boats.\n", LONG, "date: 2026-02-01\n"),
      articles: [post("a.md", "Harbours.\n", LONG, "date: 2026-01-01\n")],
      variants: false,
      findings: [{ messageId: "same", text: LONG }],
    },
    {
      name: "one that differs only in its full stop",
      ...post("b.md", "Boats.\n", LONG.slice(0, -1)),
      articles: [post("a.md", "Harbours.\n")],
      variants: false,
      findings: [{ messageId: "same", text: LONG.slice(0, -1) }],
    },
    {
      name: "quoted",
      ...post("b.md", "Boats.\n", `"${LONG}"`),
      articles: [post("a.md", "Harbours.\n")],
      variants: false,
      findings: [{ messageId: "same", text: LONG }],
    },
  ],
});
