import {
  type Article,
  attributeOf,
  attributesOf,
  defineRule,
  type Element,
  elementRemoval,
  isOwnHost,
  openingTagOf,
  readDeclarations,
  replace,
  webHostOf,
} from "../../src/rules.js";

/** Links that only search engines meet: what a break-in or a bought text leaves in an article. */
export default defineRule({
  id: "security/hidden-link",
  summary: "Links to other sites are visible",
  fixes: ["suggestion"],
  references: ["https://developers.google.com/search/docs/essentials/spam-policies"],
  messages: {
    hidden: {
      severity: "warning",
      what: "This invisible <{name}> holds a link to {host}.",
      why: "Only search engines meet it, which is how spam hides: they may lower or drop the whole site.",
      help: "Delete it, and find out who added it.",
    },
  },
  check({ article, settings, report }) {
    const told = new Set<Element>();
    return {
      a(link) {
        const href = attributeOf(article, link, "href");
        const host = href === undefined || href.unknown ? undefined : webHostOf(href.value);
        if (host === undefined || isOwnHost(host, settings.site)) return;
        const hiding = hiddenAround(article, link);
        if (hiding === undefined || told.has(hiding)) return;
        told.add(hiding);
        const removal = elementRemoval(article, hiding);
        report({
          messageId: "hidden",
          range: openingTagOf(article, hiding),
          data: { name: hiding.tagName, host },
          suggestions:
            removal === undefined
              ? []
              : [{ message: `Delete the <${hiding.tagName}>`, edits: [replace(removal, "")] }],
        });
      },
    };
  },
});

/** The innermost element around a link, or the link, that its own style hides for good. */
function hiddenAround(article: Article, link: Element): Element | undefined {
  for (let at: Element | undefined = link; at !== undefined; at = article.parentOf(at)) {
    const style = attributeOf(article, at, "style");
    if (style === undefined) continue;
    const written = style.unknown ? objectStyle(article, style.valueRange) : style.value;
    const isToggled = attributesOf(article, at).some(({ name }) =>
      /^(?:id|class|classname|[:@x.{]|v-|data-|on)/i.test(name),
    );
    if (written !== undefined && isHiding(written, isToggled)) return at;
  }
  return undefined;
}

/** The declarations of `{{ display: "none", left: -9999 }}`, as CSS writes them. */
function objectStyle(
  { source }: Article,
  { start, end }: { readonly start: number; readonly end: number },
): string | undefined {
  const text = /^\{?\{([^{}]{1,300})\}\}?$/.exec(source.slice(start, end).trim())?.[1];
  return text
    ?.split(",")
    .map((part) => part.replace(/["'`]/g, "").trim())
    .map((part) =>
      part.replace(/^[a-z]+(?:[A-Z][a-z]+)+/, (name) =>
        name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      ),
    )
    .join(";");
}

/** Whether a style hides an element; a script may show one that is taken out of the page and has a name. */
function isHiding(style: string, isToggled: boolean): boolean {
  return readDeclarations(style).some(({ property, value: written }) => {
    const value = written.replace(/!important$/, "").trim();
    switch (property) {
      case "display":
        return value === "none" && !isToggled;
      case "visibility":
        return value === "hidden" && !isToggled;
      case "font-size":
        return /^0(?:px|em|rem|pt|%)?$|^1px$/.test(value);
      case "left":
      case "top":
      case "text-indent":
      case "margin-left":
        return /^-\d{4,6}(?:px|em|rem)?$/.test(value);
      default:
        return false;
    }
  });
}
