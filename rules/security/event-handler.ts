import { attributesOf, defineRule, removeAttribute } from "../../src/rules.js";

/** Event attributes are `on` and at least three letters. */
const HANDLER = /^on[a-z]{3,}$/;

export default defineRule({
  id: "security/event-handler",
  summary: "Attributes contain no code",
  fixes: ["safe"],
  references: [
    "https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-content-attributes",
    "CWE-79",
  ],
  messages: {
    handler: {
      severity: "error",
      what: "The attribute {name} puts code into the article.",
      why: "Feeds and content security policies drop such code, and anyone who can edit the article can use it to attack readers.",
      help: "Delete the attribute; if the site needs the behavior, put it into the theme's scripts.",
    },
    srcdoc: {
      severity: "error",
      what: "The attribute srcdoc embeds a whole HTML document.",
      why: "Unless it is sandboxed, the document runs with the rights of this page.",
      help: "Save the document as a separate file, name it in src, and add a sandbox attribute.",
    },
  },
  check({ article, report }) {
    return {
      "*"(element) {
        const origin = article.originOf(element);
        if (origin === "markdown") return;
        for (const { name, range, unknown } of attributesOf(article, element)) {
          if (name === "srcdoc" && element.tagName === "iframe") {
            report({ messageId: "srcdoc", range });
          } else if (HANDLER.test(name)) {
            // onClick={…} in MDX is a function of the component, not code in the markup.
            if (origin === "jsx" && unknown) continue;
            const fix = [removeAttribute(article, range)];
            report({ messageId: "handler", range, data: { name }, fix });
          }
        }
      },
    };
  },
});
