import * as z from "zod";
import {
  type Article,
  alsoAt,
  type Certainty,
  defineRule,
  type Edit,
  type Element,
  type Range,
  replace,
} from "../../src/rules.js";
import { blockBreaksOf } from "./lib/html-block-breaks.js";
import { omittedElements } from "./lib/omitted-html.js";
import { KRAMDOWN_RAW, rawContentOf } from "./lib/raw-content.js";
import { type Unrendered, unrenderedMarkdown } from "./lib/unrendered-markdown.js";

export default defineRule({
  id: "html/in-markdown",
  summary: "HTML and Markdown do not break each other",
  fixes: ["suggestion"],
  references: [
    "https://spec.commonmark.org/0.31.2/#html-blocks",
    "https://kramdown.gettalong.org/syntax.html#html-blocks",
  ],
  options: z.strictObject({
    renderer: z
      .enum(["auto", "commonmark", "kramdown"])
      .default("auto")
      .describe("Which renderer's rules apply; `auto` uses the renderer of the site's engine."),
  }),
  messages: {
    omitted: {
      severity: "error",
      what: "This <{name}> is left out of the page.",
      why: "The config of the site does not let {engine} print raw HTML, so readers do not see it.",
      help: "Write it as Markdown or with a shortcode, or allow raw HTML in the config of the site.",
    },
    omittedTags: {
      severity: "warning",
      what: "The tags of this <{name}> are left out of the page.",
      why: "The config of the site does not let {engine} print raw HTML; only the text of it remains.",
      help: "Write it as Markdown or with a shortcode, or allow raw HTML in the config of the site.",
    },
    omittedWord: {
      severity: "error",
      what: "<{name}> is read as HTML and left out of the page.",
      why: "No element has this name, so it is meant to be seen, but raw HTML is not printed.",
      help: "To show it to readers, write &lt;{name}&gt; or put it in backticks.",
    },
    unrendered: {
      severity: "warning",
      what: "The Markdown inside this HTML is not rendered.",
      why: "Readers see “{sample}” as it was typed.",
      help: "{advice}",
    },
    code: {
      severity: "warning",
      what: "A part of this <{name}> is shown as code.",
      why: "After a blank line, an indent of four spaces makes a code block, so readers see the tags.",
      help: "Delete the blank line before it, or the spaces that indent it.",
    },
    blank: {
      severity: "warning",
      what: "A blank line inside <{name}> ends the HTML there.",
      why: "The text after it is read as Markdown and is outside of the <{name}>.",
      help: "{advice}",
    },
    split: {
      severity: "warning",
      what: "<{name}> begins in {inside} but ends outside of it.",
      why: "The element ends too early, and its closing tag closes another element or nothing.",
      help: "{advice}",
    },
  },
  check({ article, engine, options, settings, report }) {
    const { renderer } = options;
    if (article.syntax.omitsHtml) {
      const omitted = omittedElements(article);
      for (const { missed, name, range } of omitted)
        if (missed === "word") report({ messageId: "omittedWord", range, data: { name } });
      for (const [messageId, missed] of OMITTED) {
        const [first, ...others] = omitted.filter((one) => one.missed === missed);
        if (first === undefined) continue;
        const { name, range } = first;
        const data = { name, engine: engine.label };
        const related = alsoAt(others.map((one) => one.range));
        // One setting of the site explains all of them.
        report({ messageId, range, data, related, repeats: missed });
      }
      return;
    }
    const isKramdown =
      renderer === "kramdown" || (renderer === "auto" && engine.markdown.renderer === "kramdown");
    const rawBlocks = isKramdown
      ? KRAMDOWN_RAW
      : renderer === "auto"
        ? engine.markdown.rawBlocksOf(settings.site)
        : undefined;
    const certainty: Certainty =
      rawBlocks !== undefined && renderer === "auto" ? "likely" : "certain";
    const advice =
      article.format === "html"
        ? "Write it as HTML."
        : rawBlocks !== undefined
          ? `Write it as HTML, or ${rawBlocks.remedy}.`
          : "Write it as HTML, or put blank lines between the tags and the Markdown.";

    const tell = (places: readonly Unrendered[], certain: Certainty): void => {
      const [first, ...others] = places;
      if (first === undefined) return;
      const { start, end } = first.range;
      const edits = places.flatMap(({ range, html }): Edit[] =>
        html === undefined ? [] : [replace(range, html)],
      );
      report({
        messageId: "unrendered",
        range: first.range,
        certainty: certain,
        data: { sample: shortened(article.source.slice(start, end)), advice },
        related: alsoAt(others),
        suggestions: edits.length === places.length ? [{ message: "Write it as HTML", edits }] : [],
      });
    };
    const content = rawBlocks && rawContentOf(article, rawBlocks);
    const raw = content?.touches ?? (() => false);
    // CommonMark continues with Markdown only after the next blank line, others after a closing tag.
    // Where the blocks are known, they decide, attributes and all.
    const isDecided = content !== undefined && article.format !== "html";
    const unrendered = unrenderedMarkdown(
      article,
      !isDecided && rawBlocks?.readsAttribute !== false,
    ).filter(({ range }) => !isDecided || raw(range));
    for (const group of byBlock(unrendered)) tell(group, "certain");
    for (const group of byBlock(content?.unrendered ?? [])) tell(group, certainty);

    const told = new Set<number>();
    for (const found of blockBreaksOf(article)) {
      const { kind, range, tag } = found;
      const { name } = tag;
      if (kind === "split") {
        report({
          messageId: "split",
          range,
          data: { name, ...containerOf(article, range) },
          related: [{ range: found.closing, message: "its closing tag" }],
        });
        continue;
      }
      // kramdown cannot break what it does not read; and one blank line is one defect.
      if (raw(range) || told.has(tag.opening.start)) continue;
      told.add(tag.opening.start);
      const related = [{ range: tag.opening, message: `in this <${name}>` }];
      if (kind === "code") {
        const suggestions = [
          { message: "Delete the indentation", edits: unindented(article, range) },
        ];
        report({ messageId: "code", range, data: { name }, related, suggestions });
      } else {
        const blankAdvice =
          name === "pre"
            ? "Put the <pre> on its own line after a blank line; then blank lines inside it are kept."
            : "Delete the blank line, or close the element before it.";
        report({ messageId: "blank", range, data: { name, advice: blankAdvice }, related });
      }
    }
  },
});

const OMITTED = [
  ["omitted", "content"],
  ["omittedTags", "tags"],
] as const;

function byBlock(places: readonly Unrendered[]): readonly (readonly Unrendered[])[] {
  const groups = new Map<Element | undefined, Unrendered[]>();
  for (const place of places) {
    const known = groups.get(place.block);
    if (known === undefined) groups.set(place.block, [place]);
    else known.push(place);
  }
  return [...groups.values()];
}

const MAXIMUM_SAMPLE = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > MAXIMUM_SAMPLE ? `${line.slice(0, MAXIMUM_SAMPLE - 1)}…` : line;
}

function containerOf(article: Article, { start }: Range) {
  const { line } = article.lines.pointAt(start);
  const before = article.source.slice(article.lines.startOf(line), start).trimStart();
  if (before.startsWith(">")) {
    const inside = "a block quotation";
    return { inside, advice: "Put both tags inside the quotation, or both outside of it." };
  }
  if (before.startsWith("|")) {
    return { inside: "a table cell", advice: "Put both tags into the same cell." };
  }
  const advice =
    "Indent the closing tag as far as the text of the item, or move both tags out of the item.";
  return { inside: "a list item", advice };
}

/** All of the code is rewritten, since all of it becomes HTML. */
function unindented({ lines, source }: Article, { start, end }: Range): readonly Edit[] {
  const from = lines.startOf(lines.pointAt(start).line);
  return [{ start: from, end, text: source.slice(from, end).replace(/^[ \t]+/gm, "") }];
}
