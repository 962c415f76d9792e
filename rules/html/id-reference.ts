import {
  attributesOf,
  defineRule,
  headingIds,
  headingsOf,
  nearestOf,
  replace,
} from "../../src/rules.js";

/** Attributes that name ids of other elements, separated by blanks. */
const NAMES_IDS = new Set([
  "aria-activedescendant",
  "aria-controls",
  "aria-describedby",
  "aria-details",
  "aria-errormessage",
  "aria-flowto",
  "aria-labelledby",
  "aria-owns",
  "for",
  "headers",
  "list",
]);

/** Most slips of a misspelt id. */
const SLIPS = 2;

/** Finds attributes that name the id of an element which the article has under nearly that id. */
export default defineRule({
  id: "html/id-reference",
  summary: "Labels and descriptions name elements that the article has",
  fixes: ["suggestion"],
  references: ["https://www.w3.org/TR/wai-aria-1.2/#valuetype_idref"],
  messages: {
    misspelt: {
      severity: "warning",
      what: 'No element has the id "{id}" that {name} names.',
      why: "Browsers ignore the attribute, so screen readers do not read the label or description that is meant.",
      help: 'Write "{meant}", which the article has.',
    },
  },
  check({ article, engine, settings, report }) {
    const references = article.elements.flatMap((element) =>
      article.originOf(element) === "markdown"
        ? []
        : attributesOf(article, element).filter(
            ({ name, unknown, value }) =>
              !unknown && value.trim() !== "" && (NAMES_IDS.has(name) || isHtmlFor(name)),
          ),
    );
    if (references.length === 0) return;
    const written = article.elements.flatMap((element) =>
      attributesOf(article, element).flatMap(({ name, value, unknown }) =>
        name === "id" && !unknown ? [value] : [],
      ),
    );
    const headings = headingsOf(article);
    const sluggers = engine.markdown.sluggersOf(settings.site);
    const automatic = headingIds(
      headings.filter(({ id }) => id === undefined),
      sluggers,
    ).flat();
    const ids = new Set([...written, ...automatic, ...headings.flatMap(({ id }) => id ?? [])]);
    const named = new Set(references.flatMap(({ value }) => value.trim().split(/\s+/)));
    for (const { name, value, valueRange } of references) {
      for (const match of value.matchAll(/\S+/g)) {
        const [id] = match;
        if (ids.has(id) || id.length < 4 || /\d$/.test(id)) continue;
        // What something else names is not what was meant here.
        const free = written.filter((one) => !named.has(one) && !/\d$/.test(one));
        const meant = nearestOf(id, free, { limit: SLIPS, exactCase: true, swaps: true });
        const start = valueRange.start + match.index;
        const range = { start, end: start + id.length };
        if (meant === undefined || article.source.slice(range.start, range.end) !== id) continue;
        report({
          messageId: "misspelt",
          range,
          data: { id, name, meant },
          suggestions: [{ message: `Write "${meant}"`, edits: [replace(range, meant)] }],
        });
      }
    }
  },
});

/** `for` as React has it. */
function isHtmlFor(name: string): boolean {
  return name.toLowerCase() === "htmlfor";
}
