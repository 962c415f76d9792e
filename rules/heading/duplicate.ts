import * as z from "zod";
import {
  alsoAt,
  defineRule,
  foldTitle,
  type Heading,
  headingText,
  outlineHeadings,
  rangeOf,
  templateFlowOf,
} from "../../src/rules.js";

export default defineRule({
  id: "heading/duplicate",
  summary: "Headings under the same parent heading should differ",
  references: ["WCAG 2.2 SC 2.4.6"],
  options: z.strictObject({
    siblingsOnly: z
      .boolean()
      .default(true)
      .describe(
        "Compare only headings under the same parent heading, or all headings of an article.",
      ),
  }),
  messages: {
    repeated: {
      severity: "info",
      what: "This heading repeats an earlier one{where}.",
      why: "Readers cannot tell the two apart, and a link to one may lead to the other.",
      help: "Name in each heading what its section is about.",
    },
  },
  check({ article, options, report }) {
    const flow = templateFlowOf(article);
    const groups = new Map<string, Heading[]>();
    /** The headings above the current one, outermost first. */
    const parents: { readonly heading: Heading; readonly number: number }[] = [];
    outlineHeadings(article).forEach((heading, number) => {
      while ((parents.at(-1)?.heading.level ?? 0) >= heading.level) parents.pop();
      const parent = options.siblingsOnly ? (parents.at(-1)?.number ?? -1) : -1;
      parents.push({ heading, number });
      const text = headingText(article, heading.element);
      const folded = foldTitle(text ?? "");
      if (text === undefined || folded === "") return;
      const key = `${parent} ${options.siblingsOnly ? heading.level : ""} ${folded}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [heading]);
      else known.push(heading);
    });

    for (const headings of groups.values()) {
      const [first, ...all] = headings.map(({ element }) => rangeOf(element));
      if (first === undefined) continue;
      const again = all.filter((range) => !flow.isEitherOr(first.end, range.start));
      const [second, ...others] = again;
      if (second === undefined) continue;
      report({
        messageId: "repeated",
        range: second,
        data: { where: options.siblingsOnly ? " under the same parent heading" : "" },
        related: [
          { range: first, message: "the first one" },
          ...alsoAt(others, () => "another repetition"),
        ],
      });
    }
  },
});
