import { z } from "zod";
import { isRedirect } from "../../src/knowledge/description.js";
import { type HeaderField, headerFieldsOf } from "../../src/knowledge/header-image.js";
import { isPost, isPublished } from "../../src/knowledge/posts.js";
import { strippedUrl } from "../../src/knowledge/url-scheme.js";
import { defineRule, ownFacts, rangeSchema } from "../../src/rule/index.js";

/** So many posts show what a site's custom is. */
const LEAST_POSTS = 5;
const CUSTOM_SHARE = 0.8;
/** Fields that themes print as they are into the card's address. */
const PRINTED = /(?:^|\.)(?:og|twitter)[._:-]?image$/i;
const FORMATS = /\.(svgz?|avif|bmp|tiff?|ico|heic|psd)$/i;

const ownFact = ownFacts(z.object({ has: z.boolean(), range: rangeSchema }));

export default defineRule({
  id: "seo/image",
  summary: "Posts have a picture that cards on other sites can show",
  references: [
    "https://ogp.me/",
    "https://developers.google.com/search/docs/appearance/structured-data/article",
  ],
  options: z.strictObject({
    always: z
      .boolean()
      .default(false)
      .describe("Ask every post for a picture, whatever the site's custom is."),
  }),
  messages: {
    missing: {
      severity: "info",
      text: "The front matter names no picture, so cards on other sites show none or the site's logo.",
      help: "Name one in the field that the other posts use.",
    },
    relative: {
      severity: "info",
      text: '"{url}" in {field} is relative to nothing that other sites know, so their cards show no picture.',
      help: "Write the address in full, with https:// and the host.",
    },
    format: {
      severity: "info",
      text: "The picture in {field} is {format}, which most cards on other sites do not show.",
      help: "Name a JPEG or PNG copy of it.",
    },
  },
  check({ article, engine, options, leaveFact, report }) {
    const { frontMatter } = article;
    if (frontMatter === undefined || !isPublished(article) || isRedirect(article)) return undefined;
    if (article.problems.some(({ kind }) => kind === "front-matter-syntax")) return undefined;
    const fields = headerFieldsOf(article, undefined, engine);
    for (const field of fields) {
      if (field.unknown) continue;
      const { url, range } = field;
      const format = formatOf(field);
      if (format !== undefined) {
        report({ messageId: "format", range, data: { field: field.field, format } });
      } else if (PRINTED.test(field.field) && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(url)) {
        report({ messageId: "relative", range, data: { url, field: field.field } });
      }
    }
    if (!isPost(article, engine)) return undefined;
    const { start, end } = frontMatter.openingFence;
    const fact = { has: fields.length > 0, range: { start, end } };
    if (!options.always) leaveFact(ownFact.leave(fact));
    else if (!fact.has) report({ messageId: "missing", range: frontMatter.openingFence });
    return undefined;
  },
  site({ articles, report }) {
    const posts = articles.flatMap(({ facts }) => {
      const fact = ownFact.read(facts.rules["seo/image"]);
      return fact === undefined ? [] : [{ path: facts.path, ...fact }];
    });
    const having = posts.filter(({ has }) => has).length;
    if (posts.length < LEAST_POSTS || having < posts.length * CUSTOM_SHARE) return;
    for (const { path, has, range } of posts) {
      if (!has) report({ path, messageId: "missing", range });
    }
  },
});

/** The format of a picture for the head or for cards that cards do not take, by its address. */
function formatOf({ role, url }: HeaderField): string | undefined {
  if (role === "thumbnail") return undefined;
  const address = strippedUrl(url);
  if (/^data:/i.test(address)) return "written into the field";
  const extension = FORMATS.exec(address.replace(/[?#].*$/, ""))?.[1];
  return extension?.toUpperCase();
}
