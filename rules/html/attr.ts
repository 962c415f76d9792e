import * as z from "zod";
import {
  type Attribute,
  alsoAt,
  attributesOf,
  defineRule,
  type Edit,
  type Element,
  isForeign,
  type LinearPattern,
  literally,
  nearestOf,
  openingTagOf,
  overlapTest,
  removeAttribute,
  replace,
  usablePattern,
} from "../../src/rules.js";
import { nameProblem } from "./lib/attribute-names.js";
import { valueProblem } from "./lib/attribute-values.js";
import { htmlProblemsOf } from "./lib/html-problems.js";
import obsolete from "./lib/obsolete-markup.json" with { type: "json" };

/** The same mistake at all its places in the article. */
interface Mistake {
  readonly element: Element;
  readonly attributes: Attribute[];
}

const OBSOLETE: Readonly<Record<string, readonly string[] | undefined>> = obsolete.attributes;

export default defineRule({
  id: "html/attr",
  summary: "Attributes and their values exist in HTML",
  fixes: ["safe", "suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/indices.html#attributes-3",
    "https://www.w3.org/TR/wai-aria-1.2/",
  ],
  options: z.strictObject({
    allow: z
      .array(z.string())
      .default([])
      .describe("Names of attributes that are allowed on every element; `*` matches any letters."),
    unknown: z
      .boolean()
      .default(false)
      .describe("Whether names that do not exist in HTML at all are reported too."),
  }),
  messages: {
    keyword: {
      severity: "warning",
      what: 'The attribute {name} cannot have the value "{value}".',
      why: "Browsers ignore the value or use another one instead.",
      help: "Write one of these: {allowed}.",
    },
    number: {
      severity: "warning",
      what: 'The value of {name} must be {wanted}, not "{value}".',
      why: "Each browser interprets such a value differently.",
      help: "Write {wanted} without a unit, and set other sizes in CSS.",
    },
    onAnyway: {
      severity: "warning",
      what: '{name}="{value}" turns {name} on, not off.',
      why: "The attribute counts as on if it is there, whatever its value is.",
      help: "Delete the attribute to turn it off.",
    },
    boolean: {
      severity: "info",
      what: "The attribute {name} takes no value.",
      why: 'It counts as on if it is there, so "{value}" has no effect.',
      help: "Write only {name}.",
    },
    misspelt: {
      severity: "warning",
      what: "HTML has no attribute {name}.",
      why: "Browsers ignore the attribute, so it has no effect.",
      help: "Write {near}, if that is what you mean.",
    },
    misplaced: {
      severity: "warning",
      what: "The attribute {name} has no effect on <{element}>.",
      why: "HTML has this attribute only on {owners}.",
      help: "Delete it, or move it to the element it belongs to.",
    },
    unknown: {
      severity: "warning",
      what: "HTML has no attribute {name}.",
      why: "Browsers ignore the attribute, so it has no effect.",
      help: "Delete it, or rename it to data-{name} if a script reads it.",
    },
  },
  check({ article, options, report }) {
    const allowed = options.allow.map(toPattern);
    const broken = overlapTest(htmlProblemsOf(article).map(({ range }) => range));
    const mistakes = new Map<string, Mistake>();

    const add = (element: Element, attribute: Attribute): void => {
      const key = `${element.tagName} ${attribute.name} ${attribute.value.trim()}`;
      const known = mistakes.get(key);
      if (known === undefined) mistakes.set(key, { element, attributes: [attribute] });
      else known.attributes.push(attribute);
    };

    return {
      "*"(element) {
        const origin = article.originOf(element);
        if (origin === "markdown") return;
        const attributes = attributesOf(article, element);
        if (attributes.length === 0 || isForeign(article, element)) return;
        // In a broken tag, nobody can tell names from values.
        if (broken(openingTagOf(article, element))) return;
        const seen = new Set<string>();
        for (const attribute of attributes) {
          const { name, value, unknown } = attribute;
          if (seen.has(name) || allowed.some((pattern) => pattern.test(name))) continue;
          seen.add(name);
          if (OBSOLETE[element.tagName]?.includes(name) === true) continue;
          const isMisnamed = origin === "html" && nameProblem(element.tagName, name) !== undefined;
          const isWrong = !unknown && valueProblem(element.tagName, name, value) !== undefined;
          if (isMisnamed || isWrong) add(element, attribute);
        }
      },
      end() {
        for (const { element, attributes } of mistakes.values()) {
          const [first, ...others] = attributes;
          if (first === undefined) continue;
          const tag = element.tagName;
          const { name, range } = first;
          const value = first.value.trim();
          const related = alsoAt(others);
          const place = { range, related };
          const renamed = (to: string): readonly Edit[] =>
            attributes.map((one) => renameTo(one, to));
          const misnamed =
            article.originOf(element) === "html" ? nameProblem(tag, name) : undefined;
          if (misnamed?.kind === "misspelt") {
            const { near } = misnamed;
            const suggestions = [{ message: `Write ${near}`, edits: renamed(near) }];
            report({ messageId: "misspelt", ...place, data: { name, near }, suggestions });
            continue;
          }
          if (misnamed?.kind === "misplaced") {
            const owners = ownersOf(name, misnamed.owners);
            report({ messageId: "misplaced", ...place, data: { name, element: tag, owners } });
            continue;
          }
          if (misnamed !== undefined) {
            if (!options.unknown) continue;
            const suggestions = [
              { message: `Rename it to data-${name}`, edits: renamed(`data-${name}`) },
            ];
            report({ messageId: "unknown", ...place, data: { name }, suggestions });
            continue;
          }
          const problem = valueProblem(tag, name, value);
          const deletions = attributes.map((one) => removeAttribute(article, one.range));
          switch (problem?.kind) {
            case "keyword": {
              const near = nearestOf(value, problem.allowed);
              const suggestions =
                near === undefined
                  ? []
                  : [
                      {
                        message: `Write "${near}"`,
                        edits: attributes.map((one) => replace(one.valueRange, near)),
                      },
                    ];
              const data = { name, value, allowed: shortList(problem.allowed) };
              report({ messageId: "keyword", ...place, data, suggestions });
              break;
            }
            case "number":
              report({
                messageId: "number",
                ...place,
                data: { name, value, wanted: problem.wanted },
              });
              break;
            case "on-anyway": {
              const suggestions = [{ message: "Delete the attribute", edits: deletions }];
              report({ messageId: "onAnyway", ...place, data: { name, value }, suggestions });
              break;
            }
            case "boolean": {
              const fix = attributes.map((one) => renameTo(one, name, true));
              report({ messageId: "boolean", ...place, data: { name, value }, fix });
              break;
            }
            default:
          }
        }
      },
    };
  },
});

/** Gives an attribute another name; `alone` drops its value. */
function renameTo({ name, range }: Attribute, to: string, alone = false): Edit {
  return { start: range.start, end: alone ? range.end : range.start + name.length, text: to };
}

function toPattern(name: string): LinearPattern {
  return usablePattern(`^${name.toLowerCase().split("*").map(literally).join(".*")}$`);
}

/** The elements that have an attribute in today's HTML. */
function ownersOf(name: string, elements: readonly string[]): string {
  const today = elements.filter(
    (element) => OBSOLETE[element]?.includes(name) !== true && !(element in obsolete.elements),
  );
  return today.length === 0
    ? "tables and blocks of old HTML versions"
    : shortList(today.map((one) => `<${one}>`));
}

const MAXIMUM_LISTED = 12;

function shortList(words: readonly string[]): string {
  const shown = words.slice(0, MAXIMUM_LISTED).join(", ");
  return words.length > MAXIMUM_LISTED ? `${shown}, …` : shown;
}
