import * as z from "zod";
import {
  alsoAt,
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

const OPENING = "The article opens with this picture";
const names = (role: keyof typeof HEADER_FIELDS, meaning: string) =>
  z
    .array(z.string())
    .default([...HEADER_FIELDS[role]])
    .describe(meaning);

export default defineRule({
  id: "image/header-mismatch",
  summary: "The header image in front matter agrees with the article",
  fixes: ["suggestion"],
  options: z.strictObject({
    relation: z
      .enum(["auto", "lead", "in-body", "not-in-body", "any"])
      .default("auto")
      .describe("How header image and body belong together; `auto` follows the site's own norm."),
    fields: z
      .strictObject({
        hero: names("hero", "Fields that name the header image, as dotted paths."),
        general: names("general", "Fields that name it where none of those is given."),
        thumbnail: names(
          "thumbnail",
          "Fields that name the picture for lists; it may differ by design.",
        ),
        share: names(
          "share",
          "Fields that name the picture for cards on other sites; it may differ by design.",
        ),
      })
      .prefault({})
      .describe("The front-matter fields that name pictures, by role."),
  }),
  facts: headerFactSchema,
  messages: {
    lead: {
      severity: "warning",
      what: "The header image in {field} is not the picture the article opens with{norm}, so readers meet two different lead pictures.",
      why: "",
      help: "Name the same picture in both places.",
    },
    notInBody: {
      severity: "warning",
      what: "The header image in {field} is none of the pictures in the article{norm}, so it promises what readers do not find.",
      why: "",
      help: "Name a picture of the article, or add this one to the body.",
    },
    inBody: {
      severity: "warning",
      what: "The header image in {field} stands in the body as well{norm}, so readers see it twice.",
      why: "",
      help: "Take it out of the body, or name another header image.",
    },
    fields: {
      severity: "warning",
      what: "{field} and {other} both name the header image but disagree, so it depends on the theme which one readers see.",
      why: "",
      help: "Name the same picture in both, or delete one.",
    },
    standIn: {
      severity: "warning",
      what: "The picture in {field} comes from {service}, which serves random or blank stand-ins, so it has nothing to do with the article.",
      why: "",
      help: "Name a picture of the article.",
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
        const fields = alsoAt(further, ({ field }) => `And in ${field}`);
        report({
          messageId: "standIn",
          path,
          range: standIn.range,
          data: { field: standIn.field, service: webHostOf(standIn.url) ?? standIn.url },
          related: lead === null ? fields : [...fields, { range: lead.range, message: OPENING }],
          suggestions:
            lead === null ? [] : swap(standIn, lead, "Use the picture the article opens with"),
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
          related: [{ range: other.range, message: "The other field" }],
          suggestions: [
            ...swap(other, hero, `Use the picture of ${hero.field} in both`),
            ...swap(hero, other, `Use the picture of ${other.field} in both`),
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
            ...swap(hero, other, `Use this article's opening picture in ${hero.field}`),
            ...swap(other, hero, "Open the article with the header image"),
          ],
        });
      } else {
        const message =
          verdict.kind === "inBody" ? "The same picture" : "The first picture in the article";
        const related =
          verdict.other === undefined ? [] : [{ range: verdict.other.range, message }];
        report({ messageId: verdict.kind, ...place, data, certainty, related });
      }
    }
  },
});

/** Pictures that head several articles: the mark of a series, which is often shown in the body on purpose. */
function seriesCovers(urls: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const key of urls.map((url) => pictureKey(url))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2).map(([key]) => key));
}

function evidence(norm: HeaderNorm | undefined): string {
  if (norm === undefined) return "";
  const custom = {
    lead: "it is",
    "in-body": "it is one of them",
    "not-in-body": "it is not",
  }[norm.relation];
  return ` (in ${norm.following} of ${norm.total} articles of this site ${custom})`;
}

/** Writes one picture's address in the place of another's, where it needs no quoting there. */
function swap(place: PictureFact, source: PictureFact, message: string): readonly Suggestion[] {
  // A relative address means something else in front matter than in the body.
  const portable = webHostOf(source.url) !== undefined && !/[\s()<>"'{}#]/.test(source.url);
  return portable && !source.unknown
    ? [{ message, edits: [replace(place.range, source.url)] }]
    : [];
}
