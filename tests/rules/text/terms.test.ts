import { describe, expect, it } from "vitest";
import rule from "../../../rules/text/terms.js";
import { testRule } from "../../../src/testing/test-rule.js";

const house = { terms: [{ find: "github", replace: "GitHub" }] };

testRule(rule, {
  valid: [
    { name: "no terms", text: "Github and anything else.\n" },
    { name: "the right spelling", options: house, text: "GitHub, GitHub's, GITHUB.\n" },
    {
      name: "code, addresses and handles",
      options: house,
      text: "`github`, <https://github.com>, github.com, @github, github_token, github().\n\n    github\n",
    },
    {
      name: "words inside longer words",
      options: { terms: [{ find: ["can", "art"] }] },
      text: "We can't start; scan the cart.\n",
    },
    {
      name: "an exception around a word in CJK",
      options: { terms: [{ find: "帐", except: ["帐篷", "蚊帐"] }] },
      text: "帐篷和蚊帐都在船上。\n",
    },
    {
      name: "a small letter where the term has a capital and case matters",
      options: { terms: [{ find: "Boat", matchCase: true }] },
      text: "A boat.\n",
    },
    {
      name: "a capital that begins a sentence",
      options: { terms: [{ find: "Web", replace: "web" }] },
      text: "# Web pages\n\nThere. Web pages are slow.\n",
    },
    {
      name: "the required words in an alt text",
      options: { terms: [{ require: "Photo by", in: ["alt", "text"] }] },
      text: "Boats.\n\n![Photo by Anna](a.png)\n",
    },
    {
      name: "the occasion of required words is missing",
      options: { terms: [{ require: "Disclosure", when: "sponsored" }] },
      text: "Boats.\n",
    },
    {
      name: "words as often as they may be there",
      options: { terms: [{ find: "very", most: 2 }] },
      text: "Very old and very quiet.\n",
    },
    {
      name: "a heading where only text is searched",
      options: { terms: [{ find: "login", in: ["text"] }] },
      text: "## Login\n\nBoats.\n",
    },
  ],
  invalid: [
    {
      name: "line breaks, curly apostrophes and inline markup",
      options: { terms: [{ find: "old harbour" }, { find: "don't" }, { find: "quay side" }] },
      text: "The old\nharbour, which we don’t use; the *quay* side.\n",
      findings: [
        { messageId: "avoid", text: "old\nharbour" },
        { messageId: "avoid", text: "don’t" },
        { messageId: "avoid", text: "quay* side" },
      ],
    },
    {
      name: "capitals of the place",
      options: {
        terms: [
          { find: "utilise", replace: "use" },
          { find: "cell phone", replace: "iPhone" },
        ],
      },
      text: "Utilise it. We utilise UTILISE. Cell phone.\n",
      findings: [
        { messageId: "replace", at: "1:1-1:8", related: ["1:16-1:23", "1:24-1:31"] },
        { messageId: "replace", text: "Cell phone" },
      ],
      fixed: "Use it. We use USE. iPhone.\n",
    },
    {
      name: "a word next to CJK characters, and one of CJK characters",
      options: {
        terms: [
          { find: "github", replace: "GitHub" },
          { find: "登陆", replace: "登录" },
        ],
      },
      text: "在github上登陆。\n",
      findings: [
        { messageId: "replace", text: "github" },
        { messageId: "replace", text: "登陆" },
      ],
      fixed: "在GitHub上登录。\n",
    },
    {
      name: "a heading is only suggested",
      options: house,
      text: "## Github pages\n",
      findings: [{ messageId: "replace", text: "Github" }],
      suggested: ["## GitHub pages\n"],
    },
    {
      name: "a quotation is only suggested",
      options: house,
      text: "> Github is down.\n",
      findings: [{ messageId: "replace", text: "Github" }],
      suggested: ["> GitHub is down.\n"],
    },
    {
      name: "several words at once, each with its own replacement",
      options: { terms: [{ find: "*log", replace: "*logue" }] },
      text: "A catalog and a dialog.\n",
      findings: [
        { messageId: "replace", text: "catalog" },
        { messageId: "replace", text: "dialog" },
      ],
      fixed: "A catalogue and a dialogue.\n",
    },
    {
      name: "replacements that mean something in Markdown are not written",
      options: { terms: [{ find: "star", replace: "\\*" }] },
      text: "A star.\n",
      findings: [{ messageId: "replace", text: "star" }],
    },
    {
      name: "references are left as they are",
      options: { terms: [{ find: "R&D", replace: "research" }] },
      text: "Our R&amp;D.\n",
      findings: [{ messageId: "replace", text: "R&amp;D" }],
    },
    {
      name: "front matter and alt texts",
      options: house,
      text: '---\ntitle: "On Github"\ndescription: About github and boats\n---\n![The Github cat](a.png)\n',
      findings: [
        { messageId: "replace", at: "2:12-2:18" },
        { messageId: "replace", at: "3:20-3:26", related: ["5:7-5:13"] },
      ],
      fixed:
        '---\ntitle: "On Github"\ndescription: About GitHub and boats\n---\n![The GitHub cat](a.png)\n',
      suggested: [
        '---\ntitle: "On GitHub"\ndescription: About github and boats\n---\n![The Github cat](a.png)\n',
      ],
    },
    {
      name: "code where it is asked for",
      options: { terms: [{ find: "rm -rf", in: ["code"] }] },
      text: "Run `rm -rf .`\n\n```sh\nrm -rf /\n```\n",
      findings: [{ messageId: "avoid", text: "rm -rf", related: ["3:1-3:1"] }],
      variants: false,
    },
    {
      name: "words that are missing",
      options: { terms: [{ require: ["Photo by", "Picture by"], message: "m", help: "h" }] },
      text: "---\ntitle: Boats\n---\nBoats leave.\n",
      findings: [{ messageId: "missing", text: "Boats" }],
      variants: false,
    },
    {
      name: "words that are missing where others are",
      options: { terms: [{ require: "Disclosure", when: "sponsor*", severity: "error" }] },
      text: "Boats, sponsored by Anna.\n",
      findings: [{ messageId: "missing", text: "sponsored", severity: "error" }],
    },
    {
      name: "words that come too often",
      options: { terms: [{ find: ["very", "really"], most: 1, severity: "info" }] },
      text: "Very old, really quiet and very wet.\n",
      findings: [{ messageId: "often", text: "really", related: ["1:28-1:32"], severity: "info" }],
    },
  ],
});

describe("text/terms options", () => {
  it.each([
    [{ replace: "a" }],
    [{ find: "a", require: "b" }],
    [{ require: "a", replace: "b" }],
    [{ find: "a", when: "b" }],
    [{ find: "a", replace: "b", most: 2 }],
    [{ find: "a*b*c*d*e" }],
    [{ find: "" }],
    [{ find: "a", severity: "warning" }],
  ])("refuse %j", (term) => {
    expect(rule.options.safeParse({ terms: [term] }).success).toBe(false);
  });
});
