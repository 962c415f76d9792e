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

/** Attributes whose URL a browser opens, loads or sends data to. */
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
/** Elements that show an image and never run code in it, and those that load a document in an origin of its own. */
const HOLD_DATA: ReadonlySet<string> = new Set([
  "iframe",
  "frame",
  "object",
  "embed",
  "img",
  "image",
  "source",
  "video",
  "audio",
  "input",
]);
/** Animations that write the URL of the element around them (SMIL), and the attributes with what they write. */
const ANIMATIONS: ReadonlySet<string> = new Set(["animate", "set"]);
const WRITTEN: ReadonlySet<string> = new Set(["to", "from", "by", "values"]);
const DOCUMENT =
  /^data:(?:text\/html|application\/xhtml\+xml|image\/svg\+xml|text\/xml|application\/xml)[;,]/i;

export default defineRule({
  id: "security/url-scheme",
  summary: "URLs do not run code",
  fixes: ["safe"],
  references: ["https://url.spec.whatwg.org/#url-parsing", "CWE-79"],
  messages: {
    script: {
      severity: "error",
      what: "This {scheme}: URL runs code in the reader's session.",
      why: "Attackers use such URLs to act as the reader, and feeds and content security policies block them.",
      help: "Link to a page, or use a <button> and put the code into the theme's scripts.",
    },
    document: {
      severity: "error",
      what: "This data: URL holds a whole document ({type}).",
      why: "Attackers hide pages of their own in such URLs, so browsers refuse to open links to them.",
      help: "Save the document as a file and use its path instead.",
    },
  },
  check({ article, report }) {
    const judgeAnimation = (element: Element): void => {
      const attributes = attributesOf(article, element);
      const subject = attributes.find(({ name }) => name === "attributename")?.value.trim();
      if (!/^(?:xlink:)?href$/i.test(subject ?? "")) return;
      for (const attribute of attributes.filter(({ name }) => WRITTEN.has(name))) {
        const schemes = attribute.value.split(";").map((url) => schemeOf(url));
        const scheme = schemes.find((one) => one === "javascript" || one === "vbscript");
        if (scheme === undefined) continue;
        const fix = fixFor(article, element, attribute);
        report({ messageId: "script", range: attribute.valueRange, data: { scheme }, ...fix });
      }
    };
    return {
      "*"(element) {
        if (ANIMATIONS.has(element.tagName)) judgeAnimation(element);
        for (const attribute of attributesOf(article, element)) {
          if (!ADDRESSES.has(attribute.name)) continue;
          const { valueRange: range, value } = attribute;
          const scheme = schemeOf(value);
          const fix = fixFor(article, element, attribute);
          if (scheme === "javascript" || scheme === "vbscript") {
            // A link that does nothing is empty, not dangerous: link/empty reports it.
            if (isIdleScriptUrl(value) && attribute.name === "href") continue;
            report({ messageId: "script", range, data: { scheme }, ...fix });
          } else if (scheme === "data" && !HOLD_DATA.has(element.tagName)) {
            const type = DOCUMENT.exec(strippedUrl(value))?.[0].slice("data:".length, -1);
            if (type !== undefined)
              report({ messageId: "document", range, data: { type }, ...fix });
          }
        }
      },
    };
  },
});

/** Removes the URL and keeps the text: deletes the attribute of a tag, unwraps the link of `[text](url)`. */
function fixFor(
  article: Article,
  element: Element,
  attribute: Attribute,
): { readonly fix: readonly Edit[] } | undefined {
  if (article.originOf(element) !== "markdown") {
    return { fix: [removeAttribute(article, attribute.range)] };
  }
  const link = rangeOf(element);
  const first = element.children[0];
  const last = element.children.at(-1);
  if (element.tagName !== "a" || first === undefined || last === undefined) return undefined;
  const { start } = rangeOf(first);
  const { end } = rangeOf(last);
  // Reference links have their URL elsewhere; autolinks have no other text.
  if (article.source[start - 1] !== "[" || !article.source.startsWith("](", end)) return undefined;
  return {
    fix: [
      { start: link.start, end: start, text: "" },
      { start: end, end: link.end, text: "" },
    ],
  };
}
