import {
  type Article,
  type Attribute,
  ancestorOf,
  attributeOf,
  defineRule,
  type Element,
  hasUnknownAttribute,
  isHiddenFromReaders,
  normaliseText,
  openingTagOf,
  replace,
  type Suggestion,
} from "../../src/rules.js";
import { embedNamesOf } from "./lib/embed-names.js";
import { embedAddressOf, isDeadPlugin, isUnseen } from "./lib/embeds.js";

/** Attributes that name an element for screen readers; `title` is the one that writers know. */
const NAMES = ["title", "aria-label", "aria-labelledby"] as const;

export default defineRule({
  id: "embed/title",
  summary: "Embedded pages and documents have a title of their own",
  fixes: ["suggestion"],
  references: ["WCAG 2.2 SC 4.1.2 Name, Role, Value", "WCAG 2.2 Technique H64"],
  messages: {
    missing: {
      severity: "warning",
      what: "This <{tag}> has no title.",
      why: "Screen readers announce only a frame, so their users cannot tell whether to enter it.",
      help: "Add a title that says what it shows.",
    },
    empty: {
      severity: "warning",
      what: "The title of this <{tag}> is empty.",
      why: "Screen readers announce only a frame, so their users cannot tell whether to enter it.",
      help: "Say in the title what it shows.",
    },
    duplicate: {
      severity: "warning",
      what: '{count} embedded pages have the same title, "{title}".',
      why: "Screen reader users hear the same name for each and cannot tell them apart.",
      help: "Say in each title what is different about the page.",
    },
  },
  check({ article, report }) {
    /** Titles in lower case, each with one place for every page that has it. */
    const groups = new Map<string, Map<string, Attribute>>();

    const judge = (element: Element): void => {
      if (isUnseen(article, element) || isHiddenFromReaders(article, element)) return;
      if (NAMES.some((name) => hasUnknownAttribute(article, element, name))) return;
      const title = attributeOf(article, element, "title");
      const name = NAMES.map((one) => attributeOf(article, element, one)).find(
        (attribute) => attribute !== undefined && attribute.value.trim() !== "",
      );
      if (name === undefined) {
        const range = title?.range ?? openingTagOf(article, element);
        const suggestions = namings(article, element, title);
        const data = { tag: element.tagName };
        report({ messageId: title === undefined ? "missing" : "empty", range, data, suggestions });
        return;
      }
      const address = embedAddressOf(article, element);
      if (title !== name || address === undefined || address.unknown) return;
      const key = normaliseText(title.value);
      const group = groups.get(key) ?? new Map<string, Attribute>();
      if (!group.has(address.value)) group.set(address.value, title);
      groups.set(key, group);
    };

    /** Skips plugins that browsers no longer support: with or without a title, security/script reports them. */
    const judgePlugin = (element: Element): void => {
      if (embedAddressOf(article, element) === undefined || isDeadPlugin(article, element)) return;
      if (ancestorOf(article, element, ["object", "video", "audio"]) === undefined) judge(element);
    };

    return {
      iframe: judge,
      object: judgePlugin,
      embed: judgePlugin,
      end() {
        for (const group of groups.values()) {
          const [first, second, ...further] = group.values();
          if (first === undefined || second === undefined) continue;
          report({
            messageId: "duplicate",
            range: second.valueRange,
            data: { count: group.size, title: first.value.trim().replace(/\s+/g, " ") },
            related: [
              { range: first.valueRange, message: "First used here" },
              ...further.map(({ valueRange: range }) => ({ range, message: "Also used here" })),
            ],
          });
        }
      },
    };
  },
});

/** Suggests the name that the article itself has for it, written into the tag or into the empty title. */
function namings(article: Article, element: Element, title: Attribute | undefined): Suggestion[] {
  const at = openingTagOf(article, element).start + 1 + element.tagName.length;
  const place = title?.range ?? { start: at, end: at };
  const space = title === undefined ? " " : "";
  return embedNamesOf(article, element)
    .slice(0, 1)
    .map(({ text, source }) => ({
      message: `Use ${source} as the title: "${text}"`,
      edits: [replace(place, `${space}title="${escaped(text)}"`)],
    }));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
