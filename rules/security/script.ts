import * as z from "zod";
import {
  attributeOf,
  defineRule,
  type Element,
  elementDeletion,
  embedHostOf,
  isErrorPage,
  isHostIn,
  isWholePage,
  openingTagOf,
  webHostOf,
} from "../../src/rules.js";
import { sendsNothing } from "./lib/form-controls.js";

const JAVASCRIPT_TYPE =
  /^(?:module|(?:text|application)\/(?:x-)?(?:javascript|ecmascript|jscript|livescript)(?:1\.\d)?)$/i;

export default defineRule({
  id: "security/script",
  summary: "Articles contain no scripts, plug-ins or forms",
  fixes: ["suggestion"],
  references: ["https://www.w3.org/TR/CSP3/", "https://www.w3.org/TR/SRI/"],
  options: z.strictObject({
    allowHosts: z
      .array(z.string())
      .default([])
      .describe(
        "Hosts whose scripts, plug-ins and forms are allowed in articles, including their subdomains, for example `platform.twitter.com`.",
      ),
  }),
  messages: {
    script: {
      severity: "error",
      what: "This article contains a script.",
      why: "The script runs with the rights of the whole site, and feeds and content security policies drop it.",
      help: "Move the script into the theme or a shortcode, or delete it.",
    },
    remote: {
      severity: "error",
      what: "The article loads a script without an integrity check from {host}.",
      why: "Whoever controls that host controls this page.",
      help: "Delete the script, or move it into the theme with an integrity attribute. If you trust {host}, add it to allowHosts.",
    },
    embed: {
      severity: "info",
      what: "The article loads the embed script of {host}.",
      why: "The script runs with the rights of the whole site, and feeds drop it; no integrity check is possible, since it changes without notice.",
      help: "If you trust {host}, add it to allowHosts. Else link to what is embedded.",
    },
    plugin: {
      severity: "error",
      what: "<{tag}> loads a plug-in or another document.",
      why: "Browsers no longer run plug-ins, and a document in <{tag}> cannot be sandboxed.",
      help: "Use <video>, <audio>, <img> or a sandboxed <iframe>, or link to the file.",
    },
    base: {
      severity: "error",
      what: "<base> changes where all relative links and images of the page point.",
      why: "The menu and the footer of the page are affected too.",
      help: "Delete it and write the full URLs in the links.",
    },
    refresh: {
      severity: "error",
      what: "This <meta> element reloads the page or redirects readers to another one.",
      why: "A page that changes by itself confuses readers, and a redirect hides the article from search engines.",
      help: "Delete it. To redirect readers, set up a redirect on the server or link to the other page.",
    },
    form: {
      severity: "error",
      what: "This form sends what readers type to {target}.",
      why: "The data bypasses the checks on the site's own forms.",
      help: "Link to a page with the form, or use the site's own form.",
    },
  },
  check({ article, options, report }) {
    // Such a file has no theme that a script could move into.
    if (isWholePage(article) || isErrorPage(article)) return;
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
        const range = openingTagOf(article, element);
        const suggestions = [remove(element)];
        const host = source === undefined ? undefined : webHostOf(source);
        if (source !== undefined && embedHostOf(source) !== undefined) {
          report({ messageId: "embed", range, data: { host: host ?? source }, suggestions });
        } else if (host !== undefined && read(element, "integrity") === undefined) {
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
        // Inside <object> it is the fallback of the same player.
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
        const range = openingTagOf(article, element);
        report({ messageId: "base", range, suggestions: [remove(element)] });
      },
      meta(element) {
        if (read(element, "http-equiv")?.trim().toLowerCase() !== "refresh") return;
        const range = openingTagOf(article, element);
        report({ messageId: "refresh", range, suggestions: [remove(element)] });
      },
      form(element) {
        const action = attributeOf(article, element, "action");
        if (action === undefined || action.unknown || allowed(action.value)) return;
        if (sendsNothing(article, element)) return;
        const target = webHostOf(action.value) ?? "another page";
        report({ messageId: "form", range: openingTagOf(article, element), data: { target } });
      },
    };
  },
});

/** JSON-LD, templates, speculation rules: any type other than JavaScript makes the element a data block (HTML §4.12.1). */
function isDataBlock(type: string | undefined): boolean {
  const value = type?.trim() ?? "";
  return value !== "" && !JAVASCRIPT_TYPE.test(value);
}
