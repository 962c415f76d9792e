import type { Element } from "hast";
import * as z from "zod";
import { type Attribute, attributeOf } from "../../src/article/attributes.js";
import { bySite } from "../../src/knowledge/page/by-site.js";
import {
  ancestorOf,
  hasUnknownAttribute,
  isHiddenFromReaders,
  isIcon,
  pictureSourceOf,
} from "../../src/knowledge/picture/picture-element.js";
import { textFingerprint } from "../../src/knowledge/text/hashes.js";
import { normaliseText } from "../../src/knowledge/text/normalise.js";
import { defineRule } from "../../src/rule/index.js";
import { flawOfAlt, isPlaceholderWord } from "./lib/alt-text.js";
import {
  ALT_PLACEHOLDER,
  learnedAlts,
  leaveAlts,
  type UsedAlt,
  usedAltsOf,
} from "./lib/learned-alts.js";
import { pictureKey } from "./lib/picture.js";

export default defineRule({
  id: ALT_PLACEHOLDER,
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
      what: 'The text alternative "{alt}" fits every picture, so it tells readers who cannot see this one nothing.',
      why: "",
      help: 'Say what the picture shows, or write alt="" if it is decoration.',
    },
    instruction: {
      severity: "warning",
      what: 'The text alternative "{alt}" tells readers what to do, but the image is not a link and the words do not say what it shows.',
      why: "",
      help: "Say what the picture shows.",
    },
    learned: {
      severity: "warning",
      what: 'The text alternative "{alt}" stands on {pictures} different pictures in {articles} articles of this site, so it says of none what it shows.',
      why: "",
      help: 'Say what the picture shows, or write alt="" if it is decoration.',
    },
    blank: {
      severity: "warning",
      what: "The text alternative holds nothing that can be read aloud, so the image has no text and is no decoration either.",
      why: "",
      help: 'Say what the picture shows, or write alt="" if it is decoration.',
    },
  },
  check({ article, options, report, leaveFact }) {
    const used = new Map<string, UsedAlt>();

    const note = (element: Element, alt: Attribute): void => {
      const source = pictureSourceOf(article, element);
      if (source === undefined || source.unknown || isIcon(article, element)) return;
      const text = normaliseText(alt.value);
      const picture = textFingerprint(pictureKey(source.url));
      const known = used.get(text);
      if (known === undefined) {
        const { start, end } = alt.valueRange;
        const written = alt.value.trim().replace(/\s+/g, " ");
        used.set(text, { alt: written, range: { start, end }, pictures: [picture] });
      } else if (!known.pictures.includes(picture)) known.pictures.push(picture);
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
      } else if (flaw === undefined && element.tagName === "img") note(element, alt);
    };
    return {
      img: judge,
      area: judge,
      input: judge,
      end() {
        if (used.size > 0) leaveFact(leaveAlts([...used.values()]));
      },
    };
  },
  site({ articles, report }) {
    for (const site of bySite(articles)) {
      const learned = learnedAlts(site);
      if (learned.size === 0) continue;
      for (const { facts } of site) {
        for (const { alt, range } of usedAltsOf(facts)) {
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
