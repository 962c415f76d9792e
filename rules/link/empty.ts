import type { Element } from "hast";
import { attributeOf } from "../../src/article/attributes.js";
import { rangeOf } from "../../src/article/node-range.js";
import type { Range } from "../../src/article/range.js";
import { linkNameOf } from "../../src/knowledge/link/link-text.js";
import { isIdleScriptUrl } from "../../src/knowledge/link/url-scheme.js";
import { excerpt } from "../../src/knowledge/text/excerpt.js";
import { defineRule, type Suggestion } from "../../src/rule/index.js";

/** `#` is the top of the page (HTML §7.4.6.3): a link that says so leads somewhere. */
const TOP = /top|oben|haut|arriba|наверх|顶部|頂部|トップ|맨 ?위|↑|⬆/iu;

/** A link that leads nowhere: no target at all, an empty one, or `#` and `javascript:void(0)`. */
export default defineRule({
  id: "link/empty",
  summary: "Links lead somewhere",
  fixes: ["suggestion"],
  references: ["HTML §4.6.1", "WCAG 2.2 SC 2.1.1"],
  messages: {
    noTarget: {
      severity: "warning",
      what: 'The link "{text}" has an empty target, so it leads back to this very page.',
      why: "",
      help: "Write the address it was meant to have, or take the link away and keep its text.",
    },
    nowhere: {
      severity: "warning",
      what: 'The link "{text}" goes to {target}, which leads nowhere.',
      why: "",
      help: "Write a real address, or use a <button> if a script handles the click.",
    },
    noHref: {
      severity: "warning",
      what: 'The link "{text}" has no href, so it cannot be followed or reached by keyboard.',
      why: "",
      help: "Give it an address, or take the <a> away and keep its text.",
    },
    empty: {
      severity: "warning",
      what: "This link has neither text nor target, so it does nothing.",
      why: "",
      help: "Delete it.",
    },
  },
  check: ({ article, report }) => ({
    a(link) {
      const href = attributeOf(article, link, "href");
      const name = linkNameOf(article, link);
      if (href?.unknown === true || name.unknown) return;
      const text = excerpt(name.text || name.hidden);
      const target = href?.value.trim() ?? "";
      const isNowhere = (target === "#" && !TOP.test(text)) || isIdleScriptUrl(target);
      if (target !== "" && !isNowhere) return;
      // A named or identified <a> without href is an anchor to link to; a role makes it a control of a script.
      const isAnchor = ["name", "id", "role", "..."].some(
        (attribute) => attributeOf(article, link, attribute) !== undefined,
      );
      if (href === undefined && isAnchor) return;

      const range = rangeOf(link);
      const inner = innerRangeOf(link) ?? { start: 0, end: 0 };
      const suggestions: readonly Suggestion[] = [
        {
          message: text === "" ? "Delete the link" : "Keep the text without the link",
          edits: [{ ...range, text: article.source.slice(inner.start, inner.end) }],
        },
      ];
      if (text === "" && target === "") report({ messageId: "empty", range, suggestions });
      else if (href === undefined)
        report({ messageId: "noHref", range, data: { text }, suggestions });
      else if (target === "") report({ messageId: "noTarget", range, data: { text }, suggestions });
      else report({ messageId: "nowhere", range, data: { text, target }, suggestions });
    },
  }),
});

/** From the first to the last child that stands in the source; undefined for an element without any. */
function innerRangeOf(element: Element): Range | undefined {
  const placed = element.children.map(rangeOf).filter(({ start, end }) => start < end);
  const first = placed[0];
  const last = placed.at(-1);
  return first === undefined || last === undefined
    ? undefined
    : { start: first.start, end: last.end };
}
