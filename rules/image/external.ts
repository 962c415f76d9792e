import * as z from "zod";
import {
  archived,
  askedLinks,
  defineRule,
  externalLinks,
  movedTo,
  readdress,
} from "../../src/rules.js";

/** Types that a server gives to pictures it knows nothing of. */
const UNTYPED: ReadonlySet<string> = new Set([
  "application/octet-stream",
  "binary/octet-stream",
  "application/xml",
  "text/xml",
]);

/** Pictures on other sites, asked over the network when the run may use it. */
export default defineRule({
  id: "image/external",
  summary: "Images on other sites are there, and are images",
  fixes: ["suggestion"],
  references: ["RFC 9110 §15"],
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe("beginnings of addresses that are not asked"),
  }),
  messages: {
    gone: {
      severity: "error",
      what: "The image {url} is not there any more ({detail}), so readers see a broken picture.",
      why: "",
      help: "Keep a copy beside the article, or delete the image.",
    },
    noImage: {
      severity: "error",
      what: "The address {url} is answered with {type}, which is no picture, so readers see a broken one.",
      why: "",
      help: "Give the address of the picture itself.",
    },
    moved: {
      severity: "info",
      what: "The image {url} has moved for good, so every reader takes a detour that will end some day.",
      why: "",
      help: "Use {to}.",
    },
    unverified: {
      severity: "info",
      what: "Whether the image {url} is there could not be verified: {detail}.",
      why: "",
      help: "Nothing, if it opens in your browser.",
    },
  },
  online: ({ facts, options, settings }) =>
    externalLinks(facts.images, settings.site, options).map(({ address }) => ({
      url: address,
      expects: "image",
    })),
  site({ report, ...context }) {
    for (const asked of askedLinks("images", context)) {
      const { link: image, verdict, place } = asked;
      const { url } = image.first;
      const { detail, contentType: type } = verdict;
      const to = movedTo(image.address, verdict);
      if (verdict.verdict === "broken") {
        const suggestions = archived(asked, "Use the archived copy");
        report({ messageId: "gone", ...place, data: { url, detail }, suggestions });
      } else if (verdict.verdict === "unknown") {
        report({ messageId: "unverified", ...place, certainty: "unknown", data: { url, detail } });
      } else if (type !== undefined && !type.startsWith("image/") && !UNTYPED.has(type)) {
        report({ messageId: "noImage", ...place, data: { url, type } });
      } else if (to !== undefined) {
        const suggestions = [readdress(image, to, `Use ${to}`)];
        report({ messageId: "moved", ...place, data: { url, to }, suggestions });
      }
    }
  },
});
