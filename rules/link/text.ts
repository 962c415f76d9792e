import * as z from "zod";
import {
  type Article,
  attributeOf,
  defineRule,
  type Element,
  excerpt,
  foldLinkText,
  isGenericLinkText,
  linkNameOf,
  type Range,
  rangeOf,
} from "../../src/rules.js";

/** A link text has to say where the link leads, since many readers meet it without the sentence around it. */
export default defineRule({
  id: "link/text",
  summary: "Link texts say where the link leads",
  fixes: ["safe"],
  references: ["WCAG 2.2 SC 2.4.4", "WCAG 2.2 SC 2.4.9", "WCAG 2.2 SC 4.1.2"],
  options: z.strictObject({
    words: z
      .array(z.string())
      .default([])
      .describe(
        "further link texts that say nothing, besides the built-in lists of nine languages",
      ),
  }),
  messages: {
    noName: {
      severity: "error",
      what: "This link has no text, so screen readers can only spell its address.",
      why: "",
      help: "Write a text that names the target, or give the link an aria-label.",
    },
    generic: {
      severity: "warning",
      what: 'The link text "{text}" says nothing about the target, so it is useless in a list of links.',
      why: "",
      help: "Name what the reader gets there; link the words that already say it.",
    },
    address: {
      severity: "info",
      what: "Addresses are written out as link texts ({count} here), which screen readers read letter by letter.",
      why: "",
      help: "Write the titles of the pages instead.",
    },
    sameText: {
      severity: "info",
      what: 'The text "{text}" links to {count} different targets, so readers cannot tell the links apart.',
      why: "",
      help: "Word the links differently.",
    },
    titleRepeats: {
      severity: "warning",
      what: "The title repeats the link text, so some readers hear it twice.",
      why: "",
      help: "Delete the title attribute.",
    },
  },
  check: ({ article, options, report }) => {
    const named = new Map<string, Named>();
    const addresses: Range[] = [];
    return {
      end() {
        for (const { text, first, targets, others } of named.values()) {
          const [range, ...more] = others;
          if (range === undefined) continue;
          const related = [
            { range: first, message: "first link with this text" },
            ...more.map((other) => ({ range: other, message: "another one" })),
          ];
          report({ messageId: "sameText", range, data: { text, count: targets.size }, related });
        }
        const [range, ...others] = addresses;
        if (range === undefined) return;
        const related = others.map((other) => ({ range: other, message: "another address" }));
        report({ messageId: "address", range, data: { count: addresses.length }, related });
      },
      a(link) {
        const href = attributeOf(article, link, "href");
        const target = href?.value.trim() ?? "";
        if (href === undefined || target === "" || isHidden(article, link)) return;
        const range = rangeOf(link);
        const name = linkNameOf(article, link);
        if (name.unknown) return;
        if (name.text === "" && name.hidden === "") {
          // An image without alt is the cause then, and image/alt-missing says so.
          if (!holdsMedia(link)) report({ messageId: "noName", range });
          return;
        }
        const text = excerpt(name.text);
        const title = attributeOf(article, link, "title");
        if (
          title !== undefined &&
          text !== "" &&
          foldLinkText(title.value) === foldLinkText(name.text)
        ) {
          const fix =
            article.originOf(link) === "html" ? [deletion(article, title.range)] : undefined;
          report({
            messageId: "titleRepeats",
            range: title.range,
            ...(fix === undefined ? {} : { fix }),
          });
        }
        if (attributeOf(article, link, "aria-label") !== undefined) return;
        if (isGenericLinkText(name.text, options.words)) {
          report({ messageId: "generic", range, data: { text } });
        } else if (isOwnAddress(article, link, name.text, target)) {
          addresses.push(range);
        } else if (!href.unknown && isInProse(article, link)) {
          const folded = foldLinkText(name.text);
          const to = comparable(target);
          const known = named.get(folded);
          if (known === undefined) {
            if (/\p{L}/u.test(folded))
              named.set(folded, { text, first: range, to, targets: new Set([to]), others: [] });
          } else if (known.to !== to) {
            known.targets.add(to);
            known.others.push(range);
          }
        }
      },
    };
  },
});

/** Links of one text: the first, and those that lead elsewhere. */
interface Named {
  readonly text: string;
  readonly first: Range;
  readonly to: string;
  readonly targets: Set<string>;
  readonly others: Range[];
}

function isHidden(article: Article, link: Element): boolean {
  return attributeOf(article, link, "aria-hidden")?.value === "true";
}

function holdsMedia(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === "element" &&
      (["img", "svg", "picture", "video", "object", "iframe", "canvas"].includes(child.tagName) ||
        holdsMedia(child)),
  );
}

/** Autolinks show their address on purpose; so does a text that is no more than a host name. */
function isOwnAddress(article: Article, link: Element, text: string, target: string): boolean {
  const { start } = rangeOf(link);
  if (article.originOf(link) === "markdown" && article.source[start] !== "[") return false;
  if (!/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return false;
  return (
    /[^/]\/[^/]/.test(text.replace(/^https?:\/\//i, "")) && comparable(text) === comparable(target)
  );
}

/** List items and table cells carry their own context (WCAG 2.4.4 counts it); numbers are references. */
function isInProse(article: Article, link: Element): boolean {
  for (let at = article.parentOf(link); at !== undefined; at = article.parentOf(at)) {
    if (["li", "td", "th", "nav", "sup", "dd", "dt"].includes(at.tagName)) return false;
  }
  return true;
}

function comparable(url: string): string {
  return url
    .replace(/^https?:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/#.*$/, "")
    .replace(/\/$/, "");
}

function deletion(article: Article, range: { readonly start: number; readonly end: number }) {
  const start = /\s/.test(article.source[range.start - 1] ?? "") ? range.start - 1 : range.start;
  return { start, end: range.end, text: "" };
}
