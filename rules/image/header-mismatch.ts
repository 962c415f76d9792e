import * as z from "zod";
import {
  bySite,
  defineRule,
  HEADER_FIELDS,
  headerFieldsOf,
  isStandInPicture,
  leadImageOf,
  pictureSourceOf,
  replace,
  type Suggestion,
  webHostOf,
} from "../../src/rules.js";
import {
  type HeaderFact,
  type HeaderNorm,
  headerFactSchema,
  headerNormOf,
  judgeHeader,
  type PictureFact,
  witnessOf,
} from "./lib/header-relation.js";
import { pictureKey } from "./lib/picture.js";
import { pictureLikeness } from "./lib/picture-likeness.js";

const OPENING = "The article opens with this image";
const names = (role: keyof typeof HEADER_FIELDS, meaning: string) =>
  z
    .array(z.string())
    .default([...HEADER_FIELDS[role]])
    .describe(meaning);

export default defineRule({
  id: "image/header-mismatch",
  summary: "The header image in front matter matches the article",
  fixes: ["suggestion"],
  options: z.strictObject({
    relation: z
      .enum(["auto", "lead", "in-body", "not-in-body", "any"])
      .default("auto")
      .describe(
        "How the header image and the images in the body must relate; `auto` follows the practice of most articles of the site.",
      ),
    fields: z
      .strictObject({
        hero: names("hero", "Keys that name the header image, as dotted paths."),
        general: names("general", "Keys that name it when none of those is present."),
        thumbnail: names(
          "thumbnail",
          "Keys that name the image for lists; it may differ by design.",
        ),
        share: names(
          "share",
          "Keys that name the image for cards on other sites; it may differ by design.",
        ),
      })
      .prefault({})
      .describe("The front-matter keys that name images, by role."),
  }),
  facts: headerFactSchema,
  messages: {
    lead: {
      severity: "warning",
      what: 'The header image "{field}" is not the image that the article opens with.',
      why: "Readers see two different lead images{norm}.",
      help: "Use the same image in both places.",
    },
    notInBody: {
      severity: "warning",
      what: 'The header image "{field}" does not appear in the body.',
      why: "It promises readers something that they do not find in the article{norm}.",
      help: "Set {field} to an image of the article, or add its image to the body.",
    },
    inBody: {
      severity: "warning",
      what: 'The header image "{field}" also appears in the body.',
      why: "Readers see the same image twice{norm}.",
      help: "Delete the image from the body, or choose another header image.",
    },
    fields: {
      severity: "warning",
      what: '"{field}" and "{other}" name different header images.',
      why: "The theme decides which of the two readers see.",
      help: "Use the same image in both, or delete one of the two keys.",
    },
    standIn: {
      severity: "warning",
      what: 'The image in "{field}" is a placeholder from {service}.',
      why: "{service} serves random or blank images, which have nothing to do with the article.",
      help: "Set {field} to an image of the article.",
    },
  },
  check({ article, engine, options, leaveFact }) {
    const fields = headerFieldsOf(article, options.fields, engine);
    if (fields.length === 0) return;
    const place = ({ url, range: { start, end }, unknown }: PictureFact): PictureFact => ({
      url,
      range: { start, end },
      unknown,
    });
    const lead = leadImageOf(article);
    const leadSource = lead && pictureSourceOf(article, lead);
    const fact: HeaderFact = {
      fields: fields.map((field) => ({ ...place(field), field: field.field, role: field.role })),
      lead: leadSource === undefined ? null : place(leadSource),
      body: article.elements
        .filter(({ tagName }) => tagName === "img")
        .flatMap((image) => pictureSourceOf(article, image) ?? [])
        .map(place),
    };
    leaveFact(fact);
  },
  site({ site, articles, report }) {
    const cases = bySite(articles).flatMap((group) => {
      const own = group.flatMap(({ facts, fact, options, settings }) => {
        if (fact === undefined) return [];
        const compare = pictureLikeness(site, facts, settings.site.url);
        const known = fact.fields.filter(({ unknown }) => !unknown);
        const standIns = known.filter(({ url }) => isStandInPicture(url));
        const heroes = known.filter((field) => field.role === "hero" && !standIns.includes(field));
        return [{ path: facts.path, options, fact, standIns, heroes, compare }];
      });
      const norm = headerNormOf(
        own.flatMap(({ heroes, fact, compare }) => witnessOf(heroes[0], fact, compare) ?? []),
      );
      const series = seriesCovers(own.flatMap(({ heroes: [hero] }) => hero?.url ?? []));
      return own.map((one) => ({ ...one, norm, series }));
    });

    for (const { path, options, fact, standIns, heroes, compare, norm, series } of cases) {
      const { lead } = fact;
      const [standIn, ...further] = standIns;
      if (standIn !== undefined) {
        const fields = further.map(({ range, field }) => ({
          range,
          message: `Also in "${field}"`,
        }));
        report({
          messageId: "standIn",
          path,
          range: standIn.range,
          data: { field: standIn.field, service: webHostOf(standIn.url) ?? standIn.url },
          related: lead === null ? fields : [...fields, { range: lead.range, message: OPENING }],
          suggestions:
            lead === null ? [] : swap(standIn, lead, "Use the image that the article opens with"),
        });
      }

      const learned = options.relation === "auto";
      const custom = norm?.relation ?? (lead === null ? "any" : "lead");
      const relation = options.relation === "auto" ? custom : options.relation;
      const shared = series.has(pictureKey(heroes[0]?.url ?? ""));
      const verdict = judgeHeader(heroes, fact, relation, learned, compare);
      if (verdict === undefined) continue;
      if (verdict.kind === "inBody" && learned && shared) continue;
      const { hero } = verdict;
      const place = { path, range: hero.range };
      const reason = learned ? evidence(norm) : "";
      const data = { field: hero.field, norm: reason };
      const certainty = reason === "" ? ("certain" as const) : ("likely" as const);
      if (verdict.kind === "fields") {
        const { other } = verdict;
        report({
          messageId: "fields",
          ...place,
          data: { field: hero.field, other: other.field },
          related: [{ range: other.range, message: "The other key" }],
          suggestions: [
            ...swap(other, hero, `Use the image of "${hero.field}" in both`),
            ...swap(hero, other, `Use the image of "${other.field}" in both`),
          ],
        });
      } else if (verdict.kind === "lead") {
        const { other } = verdict;
        report({
          messageId: "lead",
          ...place,
          data,
          certainty,
          related: [{ range: other.range, message: OPENING }],
          suggestions: [
            ...swap(hero, other, `Use the first image of the article in "${hero.field}"`),
            ...swap(other, hero, "Open the article with the header image"),
          ],
        });
      } else {
        const message =
          verdict.kind === "inBody" ? "The same image" : "The first image in the article";
        const related =
          verdict.other === undefined ? [] : [{ range: verdict.other.range, message }];
        report({ messageId: verdict.kind, ...place, data, certainty, related });
      }
    }
  },
});

/** Images that are the header of several articles: the mark of a series, which is often shown in the body on purpose. */
function seriesCovers(urls: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const key of urls.map((url) => pictureKey(url))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2).map(([key]) => key));
}

function evidence(norm: HeaderNorm | undefined): string {
  if (norm === undefined) return "";
  const custom = {
    lead: "the two are the same",
    "in-body": "the header image is also in the body",
    "not-in-body": "the header image is not in the body",
  }[norm.relation];
  return `; in ${norm.following} of ${norm.total} articles of this site, ${custom}`;
}

/** Replaces one image URL with another, where it needs no quotation marks. */
function swap(place: PictureFact, source: PictureFact, message: string): readonly Suggestion[] {
  // A relative URL means something else in front matter than in the body.
  const portable = webHostOf(source.url) !== undefined && !/[\s()<>"'{}#]/.test(source.url);
  return portable && !source.unknown
    ? [{ message, edits: [replace(place.range, source.url)] }]
    : [];
}
