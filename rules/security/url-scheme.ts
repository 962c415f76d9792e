import {
  type Article,
  type Attribute,
  attributesOf,
  defineRule,
  type Edit,
  type Element,
  isIdleScriptUrl,
  rangeOf,
  removeAttribute,
  schemeOf,
  strippedUrl,
} from "../../src/rules.js";

/** Attributes whose address a browser opens, loads or sends to. */
const ADDRESSES: ReadonlySet<string> = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "xlink:href",
  "data",
  "srcset",
  "poster",
]);
/** Elements that show a picture and never run what is in it. */
const PICTURES: ReadonlySet<string> = new Set([
  "img",
  "image",
  "source",
  "video",
  "audio",
  "input",
]);
const DOCUMENT =
  /^data:(?:text\/html|application\/xhtml\+xml|image\/svg\+xml|text\/xml|application\/xml)[;,]/i;

export default defineRule({
  id: "security/url-scheme",
  summary: "Addresses run no code",
  fixes: ["safe"],
  references: ["https://url.spec.whatwg.org/#url-parsing", "CWE-79"],
  messages: {
    script: {
      severity: "error",
      what: "This address runs code ({scheme}:) in the reader's session, which feeds and content policies block and attackers use.",
      why: "",
      help: "Link to a page, or use a button and put the code into the theme.",
    },
    document: {
      severity: "error",
      what: "This address holds a whole document (data:{type}) that can run code, so browsers refuse to open it and attackers use it.",
      why: "",
      help: "Save the document as a file and link to that.",
    },
  },
  check({ article, report }) {
    return {
      "*"(element) {
        for (const attribute of attributesOf(article, element)) {
          if (!ADDRESSES.has(attribute.name)) continue;
          const { valueRange: range, value } = attribute;
          const scheme = schemeOf(value);
          const fix = fixFor(article, element, attribute);
          if (scheme === "javascript" || scheme === "vbscript") {
            // A link that does nothing is an empty link, not a dangerous one.
            if (isIdleScriptUrl(value) && attribute.name === "href") continue;
            report({ messageId: "script", range, data: { scheme }, ...fix });
          } else if (scheme === "data" && !PICTURES.has(element.tagName)) {
            const type = DOCUMENT.exec(strippedUrl(value))?.[0].slice("data:".length, -1);
            if (type !== undefined)
              report({ messageId: "document", range, data: { type }, ...fix });
          }
        }
      },
    };
  },
});

/** Takes the address away and leaves the text: the attribute of a tag, the link of `[text](address)`. */
function fixFor(
  article: Article,
  element: Element,
  attribute: Attribute,
): { readonly fix: readonly Edit[] } | undefined {
  if (article.originOf(element) !== "markdown") {
    return { fix: [removeAttribute(article.source, attribute.range)] };
  }
  const link = rangeOf(element);
  const first = element.children[0];
  const last = element.children.at(-1);
  if (element.tagName !== "a" || first === undefined || last === undefined) return undefined;
  const { start } = rangeOf(first);
  const { end } = rangeOf(last);
  // Reference links and autolinks keep their address elsewhere or have no other text.
  if (article.source[start - 1] !== "[" || !article.source.startsWith("](", end)) return undefined;
  return {
    fix: [
      { start: link.start, end: start, text: "" },
      { start: end, end: link.end, text: "" },
    ],
  };
}
