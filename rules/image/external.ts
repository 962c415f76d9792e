import * as z from "zod";
import {
  archived,
  askedLinks,
  defineRule,
  externalLinks,
  movedTo,
  readdress,
} from "../../src/rules.js";

/** Content types that servers send for images whose format they do not know. */
const UNTYPED: ReadonlySet<string> = new Set([
  "application/octet-stream",
  "binary/octet-stream",
  "application/xml",
  "text/xml",
]);

/** Checks images on other sites over the network, when the run may use it. */
export default defineRule({
  id: "image/external",
  summary: "Images on other sites exist and are images",
  fixes: ["suggestion"],
  references: ["RFC 9110 §15"],
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe("Beginnings of URLs that are not checked."),
  }),
  messages: {
    gone: {
      severity: "error",
      what: "This image is gone ({detail}).",
      why: "Readers see a broken image instead of {url}.",
      help: "Replace it with a copy in the site, or delete it.",
    },
    noImage: {
      severity: "error",
      what: "This image URL is answered with {type}, which is not an image.",
      why: "Browsers cannot show {url}, so readers see a broken image.",
      help: "Use the URL of the image file itself.",
    },
    moved: {
      severity: "info",
      what: "This image has moved permanently to another URL.",
      why: "Every reader takes a detour through {url}, which may stop working some day.",
      help: "Replace the URL with {to}.",
    },
    unverified: {
      severity: "info",
      what: "This image could not be verified: {detail}.",
      why: "The server of {url} gave no clear answer, so the image may be broken for readers too.",
      help: "Open the URL in your browser: if the image appears, nothing needs to be done.",
    },
  },
  online: ({ facts, options, settings }) =>
    externalLinks(facts.images, settings.site, options).map(({ address }) => ({
      url: address,
      expects: "image",
    })),
  speaksOf: "each",
  site({ site, articles, report, noteUnknown }) {
    for (const asked of askedLinks("images", { site, articles, noteUnknown })) {
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
        const suggestions = [readdress(image, to, `Replace the URL with ${to}`)];
        report({ messageId: "moved", ...place, data: { url, to }, suggestions });
      }
    }
  },
});
