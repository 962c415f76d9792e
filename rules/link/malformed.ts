import {
  type Article,
  defineRule,
  excerpt,
  IMAGE_EXTENSIONS,
  isWrittenInMarkdown,
  overlapTest,
  type Range,
  referencesOf,
  replace,
  type Suggestion,
  textOf,
  type UrlDefect,
  urlDefectOf,
} from "../../src/rules.js";
import { brokenAddresses } from "./lib/broken-addresses.js";
import { crossedLinksOf } from "./lib/crossed-links.js";
import { slipsInComponents, slipsInFields } from "./lib/field-addresses.js";
import { tornLinksOf } from "./lib/torn-links.js";

/** A Markdown link left as text whose target has a space in it: target and title. */
const SPACED =
  /!?\[[^[\]\n]*\]\(([^\s()<>"][^()<>"\n]*?[ \t][^()<>"\n]*?)([ \t]+"[^"\n]*")?[ \t]*\)/g;
/** What only the address of a page or a file begins or ends with; the rest is an aside in parentheses. */
const ADDRESS = new RegExp(
  `^(?:https?:|\\.{0,2}/[\\w.-])|\\.(?:mdx?|markdown|html?|pdf|txt|zip|csv|json|docx?|xlsx?|pptx?|odt|epub|mp3|mp4|webm|${IMAGE_EXTENSIONS.join("|")})(?:[?#].*)?$`,
  "i",
);

/** A URL that cannot work however the site is built, which its spelling alone tells. */
export default defineRule({
  id: "link/malformed",
  summary: "URLs are well formed",
  fixes: ["safe", "suggestion"],
  references: ["WHATWG URL", "RFC 6068", "RFC 3966"],
  messages: {
    doubledScheme: {
      severity: "error",
      what: "The scheme of this URL appears twice.",
      why: "Browsers read the second scheme as a host name.",
      help: "Write {better}.",
    },
    slashes: {
      severity: "error",
      what: "This URL has the wrong number of slashes after its scheme.",
      why: "Not every program corrects the slashes, so the URL may not work.",
      help: "Write {better}.",
    },
    unknownScheme: {
      severity: "error",
      what: 'This URL has the unknown scheme "{scheme}:".',
      why: "No program handles the scheme, so the URL does nothing.",
      help: "Write {better}, if the scheme should be {nearest}.",
    },
    schemeInPath: {
      severity: "error",
      what: "The scheme of this URL is incomplete or not at its beginning.",
      why: "Browsers read the URL as a path on this site.",
      help: "{advice}",
    },
    emailAsPath: {
      severity: "error",
      what: "This email address is written as a path.",
      why: "The link leads to a file with that name and does not open an email program.",
      help: "Write {better}.",
    },
    gluedPunctuation: {
      severity: "error",
      what: "This link includes the text that follows the URL.",
      why: 'The server looks for a page whose name includes "{glued}".',
      help: "Put the URL in angle brackets, or add a space after it.",
    },
    wordAsUrl: {
      severity: "error",
      what: 'Markdown makes a link of "{text}".',
      why: "It takes www and a full stop for the beginning of a URL, and no site has this one.",
      help: "Put the name in backticks, or write an escape before the full stop: www\\.",
    },
    endMark: {
      severity: "error",
      what: 'This URL ends with the punctuation mark "{glued}".',
      why: "The mark belongs to the sentence; the server looks for a page whose name includes it.",
      help: "Write it after the link, or delete it.",
    },
    doubleEscaped: {
      severity: "error",
      what: "The & in this URL is escaped twice.",
      why: 'The server receives the letters "amp;" as a part of the URL.',
      help: "Write {better}.",
    },
    hostSign: {
      severity: "error",
      what: 'The host of this URL has the sign "{sign}" in it.',
      why: "No server has such a name, so the link leads to an error.",
      help: "Write {better}.",
    },
    nested: {
      severity: "warning",
      what: "This Markdown link holds another link.",
      why: "Links cannot hold links: readers see the brackets and the URL of the outer one.",
      help: "End the first link before the second begins.",
    },
    inCode: {
      severity: "warning",
      what: "The end of this Markdown link is within the backticks of its text.",
      why: "Readers see the bracket and the URL as code, and cannot click it.",
      help: "Close the code before the bracket: [`text`](URL).",
    },
    noHost: {
      severity: "error",
      what: "This URL has no host.",
      why: "Browsers have no server to ask, so the URL does nothing.",
      help: "Add the host, or delete the link.",
    },
    mail: {
      severity: "error",
      what: "This mailto: link has no valid email address.",
      why: "The email that it opens has no recipient or a wrong one.",
      help: "Write it as mailto:name@example.org, without spaces.",
    },
    address: {
      severity: "error",
      what: '"{address}" is not a valid email address.',
      why: "Markdown makes no link of it, and an email that is sent there does not arrive.",
      help: "Write the name, an @ and the domain with its dots, as in <name@example.org>.",
    },
    tel: {
      severity: "error",
      what: "This tel: link has no telephone number.",
      why: "There is nothing that a phone could dial.",
      help: "Write it as tel:+441632960961, with the country code.",
    },
    brokenSyntax: {
      severity: "error",
      what: "The brackets of this Markdown link do not match.",
      why: "Readers see the brackets in the text and cannot click it.",
      help: "Write [text](URL), with one pair of brackets and one pair of parentheses.",
    },
    gap: {
      severity: "error",
      what: "The brackets and the parentheses of this link do not touch.",
      why: "Markdown makes no link of it, so readers see the brackets and the URL in the text.",
      help: "Write [text](URL), with nothing between ] and (, and with parentheses of half width.",
    },
    swapped: {
      severity: "error",
      what: "The brackets and the parentheses of this Markdown link are swapped.",
      why: "Markdown makes no link of it, so readers see the signs and the URL in the text.",
      help: "Write {meant}.",
    },
    wideSigns: {
      severity: "error",
      what: "This Markdown link has full-width brackets or parentheses.",
      why: "Markdown makes no link of it, so readers see the brackets and the URL in the text.",
      help: "Write {meant}.",
    },
    spaceInUrl: {
      severity: "error",
      what: "The URL of this Markdown link contains a space.",
      why: "The space ends the URL, so readers see the brackets in the text and cannot click it.",
      help: "Put the URL in angle brackets, or write %20 instead of the space.",
    },
    unparsable: {
      severity: "error",
      what: "This URL is not valid.",
      why: "Browsers ignore it.",
      help: "Check the host and the port, and percent-encode spaces and brackets.",
    },
  },
  check: ({ article, engine, report }) => {
    const { links, images } = referencesOf(article);
    const torn = tornLinksOf(article);
    const isTorn = overlapTest(torn.map(({ range }) => range));
    for (const { url, range, unknown, elementRange } of [...links, ...images]) {
      if (unknown || url === "") continue;
      const automatic = range.start === elementRange.start && range.end === elementRange.end;
      if (automatic && /^http:\/\/www$/i.test(url)) {
        report({ messageId: "wordAsUrl", range, data: { text: textAt(article, range) } });
        continue;
      }
      // Nobody opens an email with it: the scheme itself is meant.
      if (url === "mailto:" && article.source.charAt(elementRange.start) === "<") continue;
      const defect = urlDefectOf(url, automatic);
      // What a URL on its own holds too much is what is left of the link.
      if (defect === undefined || (automatic && isTorn(range))) continue;
      const offered = changes(article, defect, range, automatic);
      report({ ...messageFor(defect), range, ...offered });
    }
    const slips = [...slipsInFields(article, [...links, ...images]), ...slipsInComponents(article)];
    for (const { defect, range } of slips) {
      const offered = changes(article, defect, range, false);
      report({ ...messageFor(defect), range, ...offered });
    }
    if (article.format !== "html") {
      for (const { range, address } of brokenAddresses(article)) {
        report({ messageId: "address", range, data: { address: excerpt(address) } });
      }
    }
    for (const link of torn) {
      const { range } = link;
      if (link.kind === "brackets") {
        report({ messageId: "brokenSyntax", range });
        continue;
      }
      const meant = excerpt(link.mended);
      const suggestions = [{ message: `Write ${meant}`, edits: [replace(range, link.mended)] }];
      if (link.kind === "gap") report({ messageId: "gap", range, suggestions });
      else
        report({
          messageId: link.kind === "swapped" ? "swapped" : "wideSigns",
          range,
          data: { meant },
          suggestions,
        });
    }
    if (article.format !== "html")
      for (const { kind, range } of crossedLinksOf(article)) report({ messageId: kind, range });
    // kramdown takes such a target as it is.
    if (engine.markdown.renderer === "kramdown") return;
    for (const { range, target } of spacedLinks(article)) {
      const { start, end } = target;
      const url = article.source.slice(start, end);
      report({
        messageId: "spaceInUrl",
        range,
        suggestions: [
          {
            message: "Put the URL in angle brackets",
            edits: [
              replace(
                range,
                `${article.source.slice(range.start, start)}<${url}>${article.source.slice(end, range.end)}`,
              ),
            ],
          },
        ],
      });
    }
  },
});

function textAt({ source }: Article, { start, end }: Range): string {
  return source.slice(start, end);
}

function spacedLinks(
  article: Article,
): readonly { readonly range: Range; readonly target: Range }[] {
  if (article.format === "html") return [];
  return article.texts.flatMap((node) => {
    if (!node.value.includes("](") || article.parentOf(node)?.tagName === "code") return [];
    const text = textOf(article, node);
    return [...text.text.matchAll(SPACED)].flatMap((match) => {
      const address = match[1] ?? "";
      const range = text.rangeOf(match.index, match.index + match[0].length);
      const written = article.source.slice(range.start, range.end);
      // Escapes and references are meant as text.
      if (!ADDRESS.test(address) || written !== match[0] || !isWrittenInMarkdown(article, range))
        return [];
      const start = range.start + written.indexOf("](") + 2;
      return [{ range, target: { start, end: start + address.length } }];
    });
  });
}

function messageFor(defect: UrlDefect) {
  switch (defect.kind) {
    case "doubledScheme":
    case "slashes":
    case "emailAsPath":
    case "doubleEscaped":
      return { messageId: defect.kind, data: { better: defect.url } } as const;
    case "hostSign":
      return { messageId: defect.kind, data: { sign: defect.sign, better: defect.url } } as const;
    case "unknownScheme": {
      const { scheme, nearest } = defect;
      return {
        messageId: defect.kind,
        data: { scheme, nearest, better: defect.url },
      } as const;
    }
    case "gluedPunctuation":
    case "endMark":
      return { messageId: defect.kind, data: { glued: defect.glued } } as const;
    case "schemeInPath": {
      const advice =
        defect.url === undefined ? "Delete what comes before the scheme." : `Write ${defect.url}.`;
      return { messageId: defect.kind, data: { advice } } as const;
    }
    case "noHost":
    case "mail":
    case "tel":
    case "unparsable":
      return { messageId: defect.kind, data: undefined } as const;
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
    return link === undefined ? {} : { fix: [replace(range, `${link}${defect.glued}`)] };
  }
  if (!("url" in defect) || defect.url === undefined) return {};
  return {
    suggestions: [{ message: `Change it to ${defect.url}`, edits: [replace(range, defect.url)] }],
  };
}

/**
 * The URL as a link that ends where the URL ends, with the text unchanged: in angle brackets, or for MDX, which would
 * read those as a tag, as a Markdown link. Undefined where the URL has characters that Markdown would need escaped.
 */
function autolink(article: Article, url: string): string | undefined {
  if (article.format !== "mdx") return `<${url}>`;
  return /[\\*_~`<>{}[\]()&]/.test(url) ? undefined : `[${url}](${url})`;
}
