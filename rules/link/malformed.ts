import type { Article } from "../../src/article/article.js";
import type { Range } from "../../src/article/range.js";
import { textOf } from "../../src/article/text.js";
import { type UrlDefect, urlDefectOf } from "../../src/knowledge/link/malformed-url.js";
import { referencesOf } from "../../src/knowledge/page/references.js";
import { defineRule, type Suggestion } from "../../src/rule/index.js";

/** What is left as text of a Markdown link whose parentheses do not match: `[text](` before an address. */
const LEFT_OVER = /!?\[[^[\]\n]*\]\(+(?=\s*$|\s*(?:https?:|www\.|mailto:))/g;

/** An address that cannot work however the site is built: it needs no file system to know. */
export default defineRule({
  id: "link/malformed",
  summary: "Addresses are well formed",
  fixes: ["safe", "suggestion"],
  references: ["WHATWG URL", "RFC 6068", "RFC 3966"],
  messages: {
    doubledScheme: {
      severity: "error",
      what: "The address {url} has its scheme twice, so browsers take the second one for a host.",
      why: "",
      help: "Write {better}.",
    },
    slashes: {
      severity: "error",
      what: "The address {url} has the wrong number of slashes after its scheme, and not every program repairs that.",
      why: "",
      help: "Write {better}.",
    },
    unknownScheme: {
      severity: "error",
      what: 'No program knows the scheme "{scheme}:" of {url}, so the link does nothing.',
      why: "",
      help: "Write {better}, if {nearest}: is meant.",
    },
    schemeInPath: {
      severity: "error",
      what: "The address {url} has a scheme in the middle, so browsers look for a file of that name on this site.",
      why: "",
      help: "Take away what stands before the scheme.",
    },
    emailAsPath: {
      severity: "error",
      what: "The e-mail address {url} is written as a path, so the link looks for a file of that name.",
      why: "",
      help: "Write {better}.",
    },
    gluedPunctuation: {
      severity: "error",
      what: 'The punctuation or text "{glued}" is glued to an address and has become part of the link.',
      why: "",
      help: "Put the address in angle brackets, or a space after it.",
    },
    doubleEscaped: {
      severity: "error",
      what: "The & of the address {url} is escaped twice, so the server sees the letters amp; in it.",
      why: "",
      help: "Write {better}.",
    },
    noHost: {
      severity: "error",
      what: "The address {url} names no host, so it leads nowhere.",
      why: "",
      help: "Write the host, or delete the link.",
    },
    mail: {
      severity: "error",
      what: "The link {url} names no e-mail address that could be written to.",
      why: "",
      help: "Write it as mailto:name@example.org, without spaces.",
    },
    tel: {
      severity: "error",
      what: "The link {url} holds no telephone number.",
      why: "",
      help: "Write it as tel:+441632960961, with the country code.",
    },
    brokenSyntax: {
      severity: "error",
      what: "This Markdown link is not closed as it was opened, so readers see its brackets and no link of that text.",
      why: "",
      help: "Write [text](address) with one pair of brackets and one of parentheses.",
    },
    unparsable: {
      severity: "error",
      what: "The address {url} is not a valid URL, so browsers ignore the link.",
      why: "",
      help: "Look at its host and port; encode spaces and brackets.",
    },
  },
  check: ({ article, report }) => {
    const { links, images } = referencesOf(article);
    for (const { url, range, unknown, elementRange } of [...links, ...images]) {
      if (unknown || url === "") continue;
      const automatic = range.start === elementRange.start && range.end === elementRange.end;
      const defect = urlDefectOf(url, automatic);
      if (defect === undefined) continue;
      const offered = changes(article, defect, range, automatic);
      report({ ...messageFor(defect, url), range, ...offered });
    }
    for (const range of leftOvers(article)) report({ messageId: "brokenSyntax", range });
    return undefined;
  },
});

function leftOvers(article: Article): readonly Range[] {
  if (article.format === "html") return [];
  return article.texts.flatMap((node) => {
    if (!node.value.includes("](") || article.parentOf(node)?.tagName === "code") return [];
    const text = textOf(article, node);
    return [...text.text.matchAll(LEFT_OVER)]
      .map((match) => text.rangeOf(match.index, match.index + match[0].length))
      .filter((range) => isMarkdown(article, range));
  });
}

/** Inside an HTML block no Markdown link works, however it is written: another cause, another rule. */
function isMarkdown(article: Article, { start, end }: Range): boolean {
  return article.format === "mdx" || article.markup.slice(start, end).trim() === "";
}

function messageFor(defect: UrlDefect, url: string) {
  switch (defect.kind) {
    case "doubledScheme":
    case "slashes":
    case "emailAsPath":
    case "doubleEscaped":
      return { messageId: defect.kind, data: { url, better: defect.url } } as const;
    case "unknownScheme": {
      const { scheme, nearest } = defect;
      return {
        messageId: defect.kind,
        data: { url, scheme, nearest, better: defect.url },
      } as const;
    }
    case "gluedPunctuation":
      return { messageId: defect.kind, data: { glued: defect.glued } } as const;
    case "schemeInPath":
    case "noHost":
    case "mail":
    case "tel":
    case "unparsable":
      return { messageId: defect.kind, data: { url } } as const;
  }
}

function changes(
  article: Article,
  defect: UrlDefect,
  range: Range,
  automatic: boolean,
): {
  readonly fix?: readonly [Range & { text: string }];
  readonly suggestions?: readonly Suggestion[];
} {
  if (defect.kind === "gluedPunctuation") {
    const link = automatic ? autolink(article, defect.url) : undefined;
    return link === undefined ? {} : { fix: [{ ...range, text: `${link}${defect.glued}` }] };
  }
  if (!("url" in defect) || defect.url === undefined) return {};
  return {
    suggestions: [
      { message: `Change it to ${defect.url}`, edits: [{ ...range, text: defect.url }] },
    ],
  };
}

/**
 * The address as a link that ends where it ends, without a letter of the text changed: in angle brackets, which
 * MDX takes for a tag. Undefined where marks of Markdown in the address would need escapes.
 */
function autolink(article: Article, url: string): string | undefined {
  if (article.format !== "mdx") return `<${url}>`;
  return /[\\*_~`<>{}[\]()&]/.test(url) ? undefined : `[${url}](${url})`;
}
