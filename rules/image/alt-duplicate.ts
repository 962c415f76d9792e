import * as z from "zod";
import {
  type Attribute,
  alsoAt,
  ancestorOf,
  attributeOf,
  bySite,
  defineRule,
  type Element,
  isHiddenFromReaders,
  isIcon,
  normaliseText,
  pictureSourceOf,
  rangeSchema,
} from "../../src/rules.js";
import { flawOfAlt } from "./lib/alt-text.js";
import { learnedAlts } from "./lib/learned-alts.js";
import { pictureKey } from "./lib/picture.js";

const sharedAltSchema = z.strictObject({
  /** As written in the first place. */
  alt: z.string(),
  /** Where it appears, once for each image. */
  places: z.array(rangeSchema),
});
type SharedAlt = z.infer<typeof sharedAltSchema>;

export default defineRule({
  id: "image/alt-duplicate",
  summary: "Different images have different alt text",
  references: ["WCAG 2.2 SC 1.1.1 Non-text Content"],
  options: z.strictObject({
    min: z
      .int()
      .min(2)
      .default(2)
      .describe("How many different images must have the same alt text before it is reported."),
  }),
  facts: z.array(sharedAltSchema),
  messages: {
    duplicate: {
      severity: "warning",
      what: "{count} different images have the same alt text.",
      why: "Readers who cannot see the images cannot tell them apart.",
      help: "Describe in each alt text what is different about the image.",
    },
  },
  check({ article, options, leaveFact }) {
    const groups = new Map<string, Map<string, Attribute>>();

    const note = (element: Element): void => {
      const alt = attributeOf(article, element, "alt");
      const source = pictureSourceOf(article, element);
      if (alt === undefined || alt.unknown || alt.value.trim() === "") return;
      if (source === undefined || source.unknown) return;
      if (isIcon(article, element) || isHiddenFromReaders(article, element)) return;
      if (ancestorOf(article, element, ["noscript"]) !== undefined) return;
      if (flawOfAlt(alt.value, { src: source.url }) !== undefined) return;
      const text = normaliseText(alt.value);
      const group = groups.get(text) ?? new Map<string, Attribute>();
      const key = pictureKey(source.url);
      if (!group.has(key)) group.set(key, alt);
      groups.set(text, group);
    };

    return {
      img: note,
      end() {
        const found = [...groups.values()].flatMap((group): readonly SharedAlt[] => {
          if (group.size < options.min) return [];
          const alts = [...group.values()];
          const places = alts.map(({ valueRange: { start, end } }) => ({ start, end }));
          const written = alts[0]?.value ?? "";
          return [{ alt: written.trim().replace(/\s+/g, " "), places }];
        });
        if (found.length > 0) leaveFact(found);
      },
    };
  },
  site({ articles, report }) {
    for (const site of bySite(articles)) {
      const learned = learnedAlts(site);
      for (const { facts, fact = [] } of site) {
        for (const { alt, places } of fact) {
          const [first, second, ...further] = places;
          // A text that the site puts on any image is reported by image/alt-placeholder.
          if (first === undefined || second === undefined || learned.has(normaliseText(alt)))
            continue;
          report({
            messageId: "duplicate",
            path: facts.path,
            range: second,
            data: { count: places.length },
            related: [
              { range: first, message: "First used here" },
              ...alsoAt(further, () => "Also used here"),
            ],
          });
        }
      }
    }
  },
});
