import { readFileSync } from "node:fs";
import { Script } from "node:vm";

/** Which of our rules look for what a rule of a peer reports; and which of its rules are left out, and why. */
export const PEER_RULES = JSON.parse(
  readFileSync(new URL("peer-rules.json", import.meta.url), "utf8"),
);

/** Elements that a report of axe-core may be about as a whole. */
const WHOLE = new Set(["dl", "ol", "table", "ul"]);

const covered = (peer) => Object.keys(PEER_RULES[peer].covered);

/** Rules of html-validate about how tags are written, which the HTML in Markdown can be judged by alone. */
const SYNTAX = new Set([
  "attr-spacing",
  "close-attr",
  "close-order",
  "deprecated",
  "element-name",
  "no-deprecated-attr",
  "no-dup-attr",
  "no-dup-id",
  "no-implicit-close",
  "no-inline-style",
  "no-raw-characters",
  "no-self-closing",
  "script-element",
  "unrecognized-char-ref",
  "void-content",
]);
const any = () => true;

/**
 * The peers. `views` says which texts of an article a peer reads, and which of its rules mean something there:
 * `html`, an HTML article as written; `markdown`, the same of Markdown; `rendered`, the HTML that Markdown makes;
 * `markup`, nothing but the HTML that is written in Markdown. `load` gives the peer's version, the ids of all its
 * rules, and `check`, which takes a text and returns what is reported: rule, line from 1 (and the last one, where
 * it is about more), message.
 */
export const PEERS = [
  {
    name: "html-validate",
    views: {
      html: any,
      // Nobody wrote the layout of what was rendered.
      rendered: (rule) => rule !== "no-trailing-whitespace",
      markup: (rule) => SYNTAX.has(rule),
    },
    load: loadHtmlValidate,
  },
  { name: "htmlhint", views: { html: any, markup: any }, load: loadHtmlHint },
  { name: "markdownlint", views: { markdown: any }, load: loadMarkdownlint },
  { name: "axe-core", views: { html: any, rendered: any }, load: loadAxe },
];

async function loadHtmlValidate() {
  const { HtmlValidate, StaticConfigLoader, ruleExists, version } = await import("html-validate");
  const options = {
    "heading-level": { allowMultipleH1: true, minInitialRank: "any" },
    "no-raw-characters": { relaxed: true },
    "valid-id": { relaxed: true },
  };
  const ids = covered("html-validate");
  const rules = Object.fromEntries(ids.map((id) => [id, ["error", options[id] ?? {}]]));
  const config = { root: true, extends: ["html-validate:recommended"], rules };
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const known = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"] }));
  const { rules: all } = (await known.getConfigFor("a.html")).getConfigData();
  return {
    version,
    rules: [...new Set([...Object.keys(all), ...ids.filter((id) => ruleExists(id))])],
    async check(text) {
      const { results } = await validator.validateString(text, "article.html");
      return results.flatMap(({ messages }) =>
        messages
          .filter(({ ruleId }) => ids.includes(ruleId))
          .map(({ ruleId, line, message }) => ({ rule: ruleId, line, message })),
      );
    },
  };
}

async function loadHtmlHint() {
  const { default: imported } = await import("htmlhint");
  const hint = imported.HTMLHint;
  const rules = Object.fromEntries(covered("htmlhint").map((id) => [id, true]));
  rules["space-tab-mixed-disabled"] = "space";
  return {
    version: hint.version ?? "",
    rules: Object.keys(hint.rules),
    check: (text) =>
      hint.verify(text, rules).map(({ rule, line, message }) => ({ rule: rule.id, line, message })),
  };
}

async function loadMarkdownlint() {
  const { getVersion } = await import("markdownlint");
  const { lint } = await import("markdownlint/sync");
  const config = { default: false };
  for (const id of covered("markdownlint")) config[id] = true;
  // Code needs its tabs; a title in front matter is no heading of the body.
  config.MD010 = { code_blocks: false };
  config.MD025 = { front_matter_title: "" };
  return {
    version: getVersion(),
    rules: undefined,
    check: (text) =>
      lint({ strings: { article: text }, config }).article.map((found) => ({
        rule: found.ruleNames[0],
        line: found.lineNumber,
        message: [found.ruleDescription, found.errorDetail, found.errorContext]
          .filter(Boolean)
          .join(": "),
      })),
  };
}

async function loadAxe() {
  const { default: axe } = await import("axe-core");
  const { JSDOM, VirtualConsole } = await import("jsdom");
  const script = new Script(axe.source, { filename: "axe.js" });
  const ids = covered("axe-core");
  const options = {
    runOnly: { type: "rule", values: ids },
    resultTypes: ["violations"],
    elementRef: true,
  };
  return {
    version: axe.version,
    rules: axe.getRules().map(({ ruleId }) => ruleId),
    async check(text) {
      const page = new JSDOM(text, {
        includeNodeLocations: true,
        runScripts: "outside-only",
        virtualConsole: new VirtualConsole(),
      });
      try {
        script.runInContext(page.getInternalVMContext());
        const { violations } = await page.window.axe.run(page.window.document, options);
        return violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ element }) => ({
            rule: id,
            line: page.nodeLocation(element)?.startLine ?? 1,
            // What it says of a list or table may be wrong anywhere in it.
            ...(WHOLE.has(element.localName)
              ? { endLine: page.nodeLocation(element)?.endLine }
              : {}),
            message: help,
          })),
        );
      } finally {
        page.window.close();
      }
    },
  };
}
