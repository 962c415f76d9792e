import type { Element } from "hast";
import { z } from "zod";
import { attributeOf } from "../../src/article/attributes.js";
import { flawOfAlt, isPlaceholderWord } from "../../src/knowledge/alt-text.js";
import {
  ancestorOf,
  hasUnknownAttribute,
  isHiddenFromReaders,
  pictureSourceOf,
} from "../../src/knowledge/picture-element.js";
import { defineRule } from "../../src/rule/index.js";

export default defineRule({
  id: "image/alt-placeholder",
  summary: "Text alternatives say what the picture shows",
  fixes: ["suggestion"],
  references: ["WCAG 2.2 SC 1.1.1, failure F30"],
  options: z.strictObject({
    words: z
      .array(z.string())
      .nullable()
      .default(null)
      .describe("Words that count as placeholders, instead of the built-in list."),
    add: z.array(z.string()).default([]).describe("Words that count as placeholders besides."),
  }),
  messages: {
    placeholder: {
      severity: "warning",
      text: 'The text alternative "{alt}" fits every picture, so it tells readers who cannot see this one nothing.',
      help: 'Say what the picture shows, or write alt="" if it is decoration.',
    },
    instruction: {
      severity: "warning",
      text: 'The text alternative "{alt}" tells readers what to do, but the image is not a link and the words do not say what it shows.',
      help: "Say what the picture shows.",
    },
    blank: {
      severity: "warning",
      text: "The text alternative holds nothing that can be read aloud, so the image has no text and is no decoration either.",
      help: 'Say what the picture shows, or write alt="" if it is decoration.',
    },
  },
  check({ article, options, report }) {
    const judge = (element: Element): void => {
      const alt = attributeOf(article, element, "alt");
      if (alt === undefined || alt.value === "" || hasUnknownAttribute(article, element, "alt"))
        return;
      if (isHiddenFromReaders(article, element)) return;
      const flaw = flawOfAlt(alt.value, {
        src: pictureSourceOf(article, element)?.url,
        words: options.words ?? undefined,
        add: options.add,
      });
      const range = alt.valueRange;
      const data = { alt: alt.value.trim().replace(/\s+/g, " ") };
      const suggestions =
        article.originOf(element) === "markdown"
          ? []
          : [
              {
                message: 'Mark it as decoration with alt=""',
                edits: [{ ...alt.range, text: 'alt=""' }],
              },
            ];
      if (flaw === "blank") report({ messageId: "blank", range, suggestions });
      else if (flaw === "placeholder") report({ messageId: "placeholder", range, data });
      else if (flaw === "instruction") {
        if (ancestorOf(article, element, ["a", "button"]) === undefined) {
          report({ messageId: "instruction", range, data });
        } else if (isPlaceholderWord(alt.value)) {
          report({ messageId: "placeholder", range, data });
        }
      }
    };
    return { img: judge, area: judge, input: judge };
  },
});
