import {
  type Article,
  defineRule,
  type Element,
  excerpt,
  overlapTest,
  type Range,
  rangeOf,
  replace,
  type Text,
} from "../../src/rules.js";

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];
const CODE = ["code", "pre", "script", "style", "kbd", "samp", "textarea"];

const NAME = "[A-Za-z][\\w-]*";
const MORE = `(?:[ \\t]+(?:[#.]?${NAME}(?:=(?:"[^"{}\\n]*"|[\\w-]+))?))*`;
/** `{#boats`, `{: .note`, up to the end of the line. */
const OPEN = new RegExp(`(?<![^\\s)\\]])\\{:?[ \\t]*[#.]${NAME}${MORE}[ \\t]*$`, "gm");
/** `{#boats}` with words behind it. */
const EARLY = new RegExp(`\\{:?[ \\t]*#(${NAME})${MORE}[ \\t]*\\}(?=[ \\t]*[\\p{L}\\p{N}])`, "u");
/** A list at the end of a line, one of whose braces may be full-width: `｛#boats｝`. */
const WIDE = new RegExp(
  `(?<![^\\s)\\]\\p{L}])[{｛]:?[ \\t]*[#.＃]${NAME}${MORE}[ \\t]*[}｝][ \\t]*$`,
  "gmu",
);
/** A line that has nothing but a list. */
const BARE = new RegExp(`^\\{[ \\t]*[.#]${NAME}${MORE}[ \\t]*\\}[ \\t]*$`, "gm");
const FULL_WIDTH = /[｛｝＃]/;
/** What templates for components begin with. */
const BLOCKS: ReadonlySet<string> = new Set(["if", "each", "await", "key", "snippet"]);

/** Ids and classes in braces that readers see as they were typed. */
export default defineRule({
  id: "html/attribute-list",
  summary: "Ids and classes in braces are closed, and where the engine reads them",
  fixes: ["suggestion"],
  references: ["https://kramdown.gettalong.org/syntax.html#attribute-list-definitions"],
  messages: {
    open: {
      severity: "error",
      what: 'The braces in "{list}" are never closed.',
      why: "Readers see the braces as text, and the id or class in them is not set.",
      help: "Add } after it.",
    },
    fullWidth: {
      severity: "error",
      what: 'The attributes "{list}" are in full-width braces.',
      why: "Readers see the braces as text, and the id or class in them is not set.",
      help: "Write {meant}.",
    },
    colon: {
      severity: "error",
      what: 'The attributes "{list}" have no colon.',
      why: "kramdown reads them only with a colon after the brace: readers see them in the text.",
      help: "Write {meant}.",
    },
    early: {
      severity: "error",
      what: 'The id "{list}" is not at the end of the heading.',
      why: "Readers see it in the heading, whose id is made of the words instead.",
      help: "Move it to the end of the heading.",
    },
  },
  check({ article, engine, report }) {
    if (article.format === "html" || !/[{｛]/.test(article.source)) return;
    const isTemplate = overlapTest(article.templateTags.map(({ range }) => range));
    for (const text of article.texts) {
      if (!/[{｛]/.test(text.value) || around(article, text, CODE) !== undefined) continue;
      const heading = around(article, text, HEADINGS);
      const { start, end } = rangeOf(text);
      const written = article.source.slice(start, end);
      for (const { 0: list, index } of written.matchAll(OPEN)) {
        const range = { start: start + index, end: start + index + list.trimEnd().length };
        // A word in braces behind a blank may be meant as it is, but for headings and lists with a colon.
        const isMeant = heading !== undefined || list.startsWith("{:") || list.startsWith("{.");
        if (!isMeant || isTemplate(range) || closesLater(article, range)) continue;
        report({
          messageId: "open",
          range,
          data: { list: excerpt(list.trim()) },
          suggestions: [{ message: "Add }", edits: [replace(range, `${list.trimEnd()}}`)] }],
        });
      }
      const isKramdown = engine.markdown.renderer === "kramdown" && heading === undefined;
      for (const { 0: list, index } of isKramdown ? written.matchAll(BARE) : []) {
        const range = { start: start + index, end: start + index + list.trimEnd().length };
        const meant = `{: ${list.trim().slice(1).trimStart()}`;
        if (isTemplate(range)) continue;
        report({
          messageId: "colon",
          range,
          data: { list: excerpt(list.trim()), meant: excerpt(meant) },
          suggestions: [{ message: `Write ${excerpt(meant)}`, edits: [replace(range, meant)] }],
        });
      }
      for (const { 0: list, index } of written.matchAll(WIDE)) {
        const range = { start: start + index, end: start + index + list.trimEnd().length };
        if (article.syntax.headingIds === "no" || !FULL_WIDTH.test(list)) continue;
        const meant = list.trimEnd().normalize("NFKC");
        report({
          messageId: "fullWidth",
          range,
          data: { list: excerpt(list.trim()), meant: excerpt(meant) },
          suggestions: [{ message: `Write ${excerpt(meant)}`, edits: [replace(range, meant)] }],
        });
      }
      if (heading === undefined || article.originOf(heading) !== "markdown") continue;
      const early = EARLY.exec(written);
      const [list = "", name = ""] = early ?? [];
      const at = start + (early?.index ?? 0);
      const range = { start: at, end: at + list.length };
      if (early === null || BLOCKS.has(name) || isTemplate(range)) continue;
      report({ messageId: "early", range, data: { list: excerpt(list) } });
    }
  },
});

function around(article: Article, text: Text, names: readonly string[]): Element | undefined {
  let current = article.parentOf(text);
  while (current !== undefined && !names.includes(current.tagName))
    current = article.parentOf(current);
  return current;
}

/** Whether the line has a closing brace behind a part of it, so that the list goes on there. */
function closesLater({ source }: Article, { end }: Range): boolean {
  const feed = source.indexOf("\n", end);
  return source.slice(end, feed === -1 ? source.length : feed).includes("}");
}
