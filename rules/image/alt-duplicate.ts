import type { Element } from "hast";
import { z } from "zod";
import { type Attribute, attributeOf } from "../../src/article/attributes.js";
import { flawOfAlt } from "../../src/knowledge/alt-text.js";
import { normaliseText } from "../../src/knowledge/normalise.js";
import { pictureKey } from "../../src/knowledge/picture.js";
import {
  ancestorOf,
  isHiddenFromReaders,
  isIcon,
  pictureSourceOf,
} from "../../src/knowledge/picture-element.js";
import { defineRule } from "../../src/rule/index.js";

export default defineRule({
  id: "image/alt-duplicate",
  summary: "Different pictures have different text alternatives",
  references: ["WCAG 2.2 SC 1.1.1 Non-text Content"],
  options: z.strictObject({
    min: z
      .int()
      .min(2)
      .default(2)
      .describe("How many different pictures must share a text alternative before it is reported."),
  }),
  messages: {
    duplicate: {
      severity: "warning",
      text: '{count} different pictures have the same text alternative "{alt}", so readers who cannot see them cannot tell them apart.',
      help: "Say in each alt what sets that picture apart.",
    },
  },
  check({ article, options, report }) {
    const groups = new Map<string, { readonly alt: Attribute; readonly url: string }[]>();

    const note = (element: Element): void => {
      const alt = attributeOf(article, element, "alt");
      const source = pictureSourceOf(article, element);
      if (alt === undefined || alt.unknown || alt.value.trim() === "") return;
      if (source === undefined || source.unknown) return;
      if (isIcon(article, element) || isHiddenFromReaders(article, element)) return;
      if (ancestorOf(article, element, ["noscript"]) !== undefined) return;
      if (flawOfAlt(alt.value, { src: source.url }) !== undefined) return;
      const text = normaliseText(alt.value);
      const group = groups.get(text) ?? [];
      const isSame = (url: string): boolean => pictureKey(url) === pictureKey(source.url);
      if (!group.some(({ url }) => isSame(url))) group.push({ alt, url: source.url });
      groups.set(text, group);
    };

    return {
      img: note,
      end() {
        for (const group of groups.values()) {
          const [first, second, ...further] = group;
          if (first === undefined || second === undefined || group.length < options.min) continue;
          const alt = first.alt.value.trim().replace(/\s+/g, " ");
          report({
            messageId: "duplicate",
            range: second.alt.valueRange,
            data: { count: group.length, alt },
            related: [
              { range: first.alt.valueRange, message: "First used here" },
              ...further.map((other) => ({ range: other.alt.valueRange, message: "And here" })),
            ],
          });
        }
      },
    };
  },
});
