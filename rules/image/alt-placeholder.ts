import * as z from "zod";
import {
  type Attribute,
  ancestorOf,
  attributeOf,
  bySite,
  defineRule,
  type Element,
  hasUnknownAttribute,
  isHiddenFromReaders,
  isIcon,
  normaliseText,
  pictureSourceOf,
  replace,
  textFingerprint,
} from "../../src/rules.js";
import { flawOfAlt, isPlaceholderWord } from "./lib/alt-text.js";
import { givenAltsOf } from "./lib/given-alts.js";
import { ALT_PLACEHOLDER, learnedAlts, type UsedAlt, usedAltsSchema } from "./lib/learned-alts.js";
import { pictureKey } from "./lib/picture.js";

/** As the fact, while the pictures are still gathered. */
type Noted = Omit<UsedAlt, "pictures"> & { readonly pictures: Set<string> };

export default defineRule({
  id: ALT_PLACEHOLDER,
  summary: "Alt text says what the image shows",
  fixes: ["suggestion"],
  references: ["WCAG 2.2 SC 1.1.1, failure F30"],
  options: z.strictObject({
    words: z
      .array(z.string())
      .nullable()
      .default(null)
      .describe("Words that count as placeholders, instead of the built-in list."),
    add: z
      .array(z.string())
      .default([])
      .describe("Words that count as placeholders in addition to the built-in list."),
  }),
  facts: usedAltsSchema,
  messages: {
    placeholder: {
      severity: "warning",
      what: 'The alt text "{alt}" would fit any image.',
      why: "It tells readers who cannot see the image nothing about what it shows.",
      help: 'Describe what the image shows, or use <img alt=""> if it is only decoration.',
    },
    instruction: {
      severity: "warning",
      what: 'The alt text "{alt}" is an instruction, but the image is not a link.',
      why: "Readers cannot follow the instruction, and it does not say what the image shows.",
      help: "Describe what the image shows.",
    },
    learned: {
      severity: "warning",
      what: 'The alt text "{alt}" appears on {pictures} different images.',
      why: "It is used in {articles} articles of this site, so it cannot say what this image shows.",
      help: 'Describe what the image shows, or use <img alt=""> if it is only decoration.',
    },
    blank: {
      severity: "warning",
      what: "This alt text contains nothing that can be read aloud.",
      why: "Screen readers announce an image without a name, since only an empty alt marks decoration.",
      help: 'Describe what the image shows, or use <img alt=""> if it is only decoration.',
    },
  },
  check({ article, options, report, leaveFact }) {
    const used = new Map<string, Noted>();

    const note = (element: Element, alt: Attribute): void => {
      const source = pictureSourceOf(article, element);
      if (source === undefined || source.unknown || isIcon(article, element)) return;
      const text = normaliseText(alt.value);
      const picture = textFingerprint(pictureKey(source.url));
      const known = used.get(text);
      if (known === undefined) {
        const { start, end } = alt.valueRange;
        const written = alt.value.trim().replace(/\s+/g, " ");
        used.set(text, { alt: written, range: { start, end }, pictures: new Set([picture]) });
      } else known.pictures.add(picture);
    };

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
                message: 'Mark the image as decoration with alt=""',
                edits: [replace(alt.range, 'alt=""')],
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
      } else if (flaw === undefined && element.tagName === "img") note(element, alt);
    };
    for (const { alt, range, src } of givenAltsOf(article)) {
      const words = options.words ?? undefined;
      const flaw = flawOfAlt(alt, { src, words, add: options.add });
      if (flaw === "blank") report({ messageId: "blank", range });
      if (flaw === "placeholder") {
        report({ messageId: "placeholder", range, data: { alt: alt.trim() } });
      }
    }
    return {
      img: judge,
      area: judge,
      input: judge,
      end() {
        const found = [...used.values()];
        if (found.length > 0)
          leaveFact(found.map((one) => ({ ...one, pictures: [...one.pictures] })));
      },
    };
  },
  site({ articles, report }) {
    for (const site of bySite(articles)) {
      const learned = learnedAlts(site);
      if (learned.size === 0) continue;
      for (const { facts, fact = [] } of site) {
        for (const { alt, range } of fact) {
          const use = learned.get(normaliseText(alt));
          if (use === undefined) continue;
          const { path } = facts;
          const data = { alt, ...use };
          report({ messageId: "learned", path, range, data, certainty: "likely" });
        }
      }
    }
  },
});
