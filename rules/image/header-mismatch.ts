import { z } from "zod";
import { HEADER_FIELDS, headerFieldsOf, isStandInPicture, leadImageOf } from "../../src/knowledge/header-image.js";
import {
  type HeaderFact,
  type HeaderNorm,
  headerFactSchema,
  headerNormOf,
  type PictureFact,
} from "../../src/knowledge/header-relation.js";
import { pictureSourceOf } from "../../src/knowledge/picture-element.js";
import { type Likeness, pictureLikeness } from "../../src/knowledge/picture-likeness.js";
import { defineRule, type Suggestion } from "../../src/rule/index.js";

const ID = "image/header-mismatch";
const names = (role: keyof typeof HEADER_FIELDS, meaning: string) =>
  z.array(z.string()).default([...HEADER_FIELDS[role]]).describe(meaning);

export default defineRule({
  id: ID,
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
        thumbnail: names("thumbnail", "Fields that name the picture for lists; it may differ by design."),
        share: names("share", "Fields that name the picture for cards on other sites; it may differ by design."),
      })
      .prefault({})
      .describe("The front-matter fields that name pictures, by role."),
  }),
  messages: {
    lead: {
      severity: "warning",
      text: "The header image in {field} is not the picture the article opens with{norm}, so readers meet two different lead pictures.",
      help: "Name the same picture in both places.",
    },
    notInBody: {
      severity: "warning",
      text: "The header image in {field} is none of the pictures in the article{norm}, so it promises what readers do not find.",
      help: "Name a picture of the article, or add this one to the body.",
    },
    inBody: {
      severity: "warning",
      text: "The header image in {field} stands in the body as well{norm}, so readers see it twice.",
      help: "Take it out of the body, or name another header image.",
    },
    fields: {
      severity: "warning",
      text: "{field} and {other} both name the header image but disagree, so it depends on the theme which one readers see.",
      help: "Name the same picture in both, or delete one.",
    },
    standIn: {
      severity: "warning",
      text: "The picture in {field} comes from {service}, which serves random or blank stand-ins, so it has nothing to do with the article.",
      help: "Name a picture of the article.",
    },
  },
  check({ article, engine, options, leaveFact }) {
    const fields = headerFieldsOf(article, options.fields, engine);
    if (fields.length === 0) return undefined;
    const place = (source: PictureFact): PictureFact => ({
      url: source.url,
      range: { ...source.range },
      unknown: source.unknown,
    });
    const lead = leadImageOf(article);
    const leadSource = lead && pictureSourceOf(article, lead);
    const fact: HeaderFact = {
      fields: fields.map((field) => ({ ...place(field), field: field.field, role: field.role })),
      lead: leadSource === undefined ? null : place(leadSource),
      body: article.elements.flatMap((element) => {
        const source = element.tagName === "img" ? pictureSourceOf(article, element) : undefined;
        return source === undefined ? [] : [place(source)];
      }),
    };
    leaveFact(fact);
    return undefined;
  },
  site({ site, articles, report }) {
    const cases = articles.flatMap((entry) => {
      const fact = headerFactSchema.safeParse(entry.facts.rules[ID]).data;
      if (fact === undefined) return [];
      const likeness = pictureLikeness(site, entry.facts, entry.settings.site.url);
      const known = fact.fields.filter(({ unknown }) => !unknown);
      const heroes = known.filter(({ role, url }) => role === "hero" && !isStandInPicture(url));
      return [{ ...entry, fact, known, heroes, likeness }];
    });
    const norm = headerNormOf(
      cases.flatMap(({ heroes: [hero], fact, likeness }) =>
        hero === undefined || fact.body.length === 0
          ? []
          : [
              {
                hasLead: fact.lead !== null,
                isLead: fact.lead !== null && likeness(hero, fact.lead) !== "different",
                isInBody: fact.body.some((picture) => likeness(hero, picture) !== "different"),
              },
            ],
      ),
    );

    for (const { facts, options, fact, known, heroes, likeness } of cases) {
      const { path } = facts;
      const { lead, body } = fact;
      const [standIn, ...further] = known.filter(({ url }) => isStandInPicture(url));
      if (standIn !== undefined) {
        const related = further.map(({ range, field }) => ({ range, message: `And in ${field}` }));
        const opening = lead === null ? [] : [{ range: lead.range, message: "The article opens with this picture" }];
        const data = { field: standIn.field, service: hostOf(standIn.url) };
        const suggestions = lead === null ? [] : swap(standIn, lead, "Use the picture the article opens with");
        report({ messageId: "standIn", path, range: standIn.range, data, related: [...related, ...opening], suggestions });
      }

      const [hero, ...others] = heroes;
      if (hero === undefined) continue;
      const { range, field } = hero;
      const odd = others.find((other) => likeness(hero, other) === "different");
      if (odd !== undefined) {
        const related = [{ range: odd.range, message: "The other field" }];
        const suggestions = [
          ...swap(odd, hero, `Use the picture of ${field} in both`),
          ...swap(hero, odd, `Use the picture of ${odd.field} in both`),
        ];
        report({ messageId: "fields", path, range, data: { field, other: odd.field }, related, suggestions });
        continue;
      }

      const relation = options.relation === "auto" ? (norm?.relation ?? (lead === null ? "any" : "lead")) : options.relation;
      const reason = options.relation === "auto" ? evidence(norm) : "";
      const place = { path, range, data: { field, norm: reason } };
      const certainty = reason === "" ? ("certain" as const) : ("likely" as const);
      const copy = body.find((picture) => likeness(hero, picture) === "same");
      if (relation === "lead" && lead !== null && likeness(hero, lead) === "different") {
        const related = [{ range: lead.range, message: "The article opens with this picture" }];
        const suggestions = [
          ...swap(hero, lead, `Use this article's opening picture in ${field}`),
          ...swap(lead, hero, "Open the article with the header image"),
        ];
        report({ messageId: "lead", ...place, certainty, related, suggestions });
      } else if (relation === "in-body" && missesIn(body, hero, likeness, options.relation === "auto")) {
        const related = body.slice(0, 1).map((picture) => ({ range: picture.range, message: "The first picture in the article" }));
        report({ messageId: "notInBody", ...place, certainty, related });
      } else if (relation === "not-in-body" && copy !== undefined) {
        report({ messageId: "inBody", ...place, certainty, related: [{ range: copy.range, message: "The same picture" }] });
      }
    }
  },
});

/** Whether a header image is certainly none of the body's. An article without pictures breaks no norm. */
function missesIn(
  body: readonly PictureFact[],
  hero: PictureFact,
  likeness: (left: PictureFact, right: PictureFact) => Likeness,
  learned: boolean,
): boolean {
  if (body.length === 0) return !learned;
  return body.every((picture) => likeness(hero, picture) === "different");
}

function evidence(norm: HeaderNorm | undefined): string {
  if (norm === undefined) return "";
  const custom = { lead: "it is", "in-body": "it is one of them", "not-in-body": "it is not" }[norm.relation];
  return ` (in ${norm.following} of ${norm.total} articles of this site ${custom})`;
}

function hostOf(url: string): string {
  return /^(?:https?:)?\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}

/** Writes one picture's address in the place of another's, where it needs no quoting there. */
function swap(place: PictureFact, source: PictureFact, message: string): readonly Suggestion[] {
  if (source.unknown || /[\s()<>"'{}#]/.test(source.url)) return [];
  // A relative address means something else in front matter than in the body.
  if (!/^(?:https?:)?\/\//i.test(source.url)) return [];
  return [{ message, edits: [{ ...place.range, text: source.url }] }];
}
