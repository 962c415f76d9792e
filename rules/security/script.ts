import * as z from "zod";
import {
  type Article,
  attributeOf,
  defineRule,
  type Element,
  elementDeletion,
  isHostIn,
  openingTagOf,
  webHostOf,
} from "../../src/rules.js";

const JAVASCRIPT_TYPE =
  /^(?:module|(?:text|application)\/(?:x-)?(?:javascript|ecmascript|jscript|livescript)(?:1\.\d)?)$/i;

export default defineRule({
  id: "security/script",
  summary: "Articles bring no scripts, plug-ins or forms of their own",
  fixes: ["suggestion"],
  references: ["https://www.w3.org/TR/CSP3/", "https://www.w3.org/TR/SRI/"],
  options: z.strictObject({
    allowHosts: z
      .array(z.string())
      .default([])
      .describe(
        "Hosts whose scripts, plug-ins and forms may stand in articles, with their subdomains: `platform.twitter.com`.",
      ),
  }),
  messages: {
    script: {
      severity: "error",
      what: "A script stands in the article: it runs with the rights of the whole site, and feeds and content policies drop it.",
      why: "",
      help: "Move it into the theme or a shortcode, or delete it.",
    },
    remote: {
      severity: "error",
      what: "The article loads a script from {host} without an integrity check, so whoever controls that host controls this page.",
      why: "",
      help: "Delete it or move it into the theme, with an integrity attribute; allow hosts of embeds you trust in the option allowHosts.",
    },
    plugin: {
      severity: "error",
      what: "<{tag}> loads a plug-in or a foreign document, which current browsers no longer run or run with the rights of this page.",
      why: "",
      help: "Use <video>, <audio>, <img> or a sandboxed <iframe>, or link to the file.",
    },
    base: {
      severity: "error",
      what: "<base> changes where every link and image of the page points to, the menu and the footer included.",
      why: "",
      help: "Delete it and write the addresses out.",
    },
    refresh: {
      severity: "error",
      what: "The article sends its readers to another page by itself, which disorients them and hides the article from search engines.",
      why: "",
      help: "Delete it and set up a redirect on the server, or link to the other page.",
    },
    form: {
      severity: "error",
      what: "This form sends what readers type to {target}, outside of what the site's own forms are checked for.",
      why: "",
      help: "Link to a page with the form, or use the site's own form.",
    },
  },
  check({ article, options, report }) {
    const allowed = (address: string | undefined): boolean => {
      const host = address === undefined ? undefined : webHostOf(address);
      return host !== undefined && isHostIn(host, options.allowHosts);
    };
    const read = (element: Element, name: string): string | undefined =>
      attributeOf(article, element, name)?.value;
    const remove = (element: Element) => ({
      message: `Delete the <${element.tagName}>`,
      edits: [elementDeletion(article, element)],
    });

    return {
      script(element) {
        const source = read(element, "src");
        if (isDataBlock(read(element, "type")) || allowed(source)) return;
        if (isInHead(article, element)) return;
        const range = openingTagOf(article, element);
        const suggestions = [remove(element)];
        const host = source === undefined ? undefined : webHostOf(source);
        if (host !== undefined && read(element, "integrity") === undefined) {
          report({ messageId: "remote", range, data: { host }, suggestions });
        } else report({ messageId: "script", range, suggestions });
      },
      object(element) {
        if (allowed(read(element, "data"))) return;
        const range = openingTagOf(article, element);
        report({
          messageId: "plugin",
          range,
          data: { tag: "object" },
          suggestions: [remove(element)],
        });
      },
      embed(element) {
        // Inside <object> it is the second half of one and the same player.
        if (article.parentOf(element)?.tagName === "object" || allowed(read(element, "src")))
          return;
        const range = openingTagOf(article, element);
        report({
          messageId: "plugin",
          range,
          data: { tag: "embed" },
          suggestions: [remove(element)],
        });
      },
      base(element) {
        if (isInHead(article, element)) return;
        const range = openingTagOf(article, element);
        report({ messageId: "base", range, suggestions: [remove(element)] });
      },
      meta(element) {
        if (read(element, "http-equiv")?.trim().toLowerCase() !== "refresh") return;
        if (isInHead(article, element)) return;
        const range = openingTagOf(article, element);
        report({ messageId: "refresh", range, suggestions: [remove(element)] });
      },
      form(element) {
        const action = attributeOf(article, element, "action");
        if (action === undefined || action.unknown || allowed(action.value)) return;
        const target = webHostOf(action.value) ?? "another page";
        report({ messageId: "form", range: openingTagOf(article, element), data: { target } });
      },
    };
  },
});

/** JSON-LD, templates, speculation rules: a type that is no script's makes the element a data block (HTML §4.12.1). */
function isDataBlock(type: string | undefined): boolean {
  const value = type?.trim() ?? "";
  return value !== "" && !JAVASCRIPT_TYPE.test(value);
}

/** A file that is a whole page may load scripts in its head; an article's body may not. */
function isInHead(article: Article, element: Element): boolean {
  return article.parentOf(element)?.tagName === "head";
}
