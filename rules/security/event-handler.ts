import { attributesOf, defineRule, removeAttribute } from "../../src/rules.js";

/** Every event attribute is `on` and at least three letters; `once`, `only` and the like are no events. */
const HANDLER = /^on[a-z]{3,}$/;

export default defineRule({
  id: "security/event-handler",
  summary: "Markup carries no code in attributes",
  fixes: ["safe"],
  references: [
    "https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-content-attributes",
    "CWE-79",
  ],
  messages: {
    handler: {
      severity: "error",
      what: "The attribute {name} puts code into the article, which content policies and feeds block and which anyone who can edit the text can misuse.",
      why: "",
      help: "Delete it; behaviour belongs into the theme's scripts.",
    },
    srcdoc: {
      severity: "error",
      what: "The attribute srcdoc holds a whole document that runs with the rights of this page.",
      why: "",
      help: "Save the document as a file of its own and name it in src, with a sandbox attribute.",
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
            const fix = [removeAttribute(article.source, range)];
            report({ messageId: "handler", range, data: { name }, fix });
          }
        }
      },
    };
  },
});
