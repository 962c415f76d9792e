import * as z from "zod";
import { defineRule } from "../../src/rules.js";
import { nameVariants } from "./lib/name-variants.js";

/** Places of the usual spelling that a finding shows. */
const MOST_PLACES = 5;

export default defineRule({
  id: "text/name-variants",
  summary: "A person's name should be spelled the same way throughout",
  options: z.strictObject({
    names: z
      .array(z.string().min(1))
      .default([])
      .describe("Names that are correct although they resemble another one."),
    min: z
      .int()
      .min(2)
      .default(2)
      .describe("How often the usual spelling must appear in the article."),
  }),
  messages: {
    variant: {
      severity: "warning",
      what: 'The name "{variant}" is spelled "{usual}" elsewhere in the article.',
      why: "Readers take the two spellings for two people, and search finds only one of them.",
      help: "Find out which spelling is right and use it throughout.",
    },
  },
  check: ({ article, options, report }) => {
    for (const { family, usual, range, usualPlaces, otherPlaces } of nameVariants(
      article,
      options,
    )) {
      report({
        messageId: "variant",
        range,
        data: { variant: family, usual },
        certainty: "likely",
        related: [
          ...usualPlaces.slice(0, MOST_PLACES).map((place) => ({
            range: place,
            message: `"${usual}"`,
          })),
          ...otherPlaces.map((place) => ({ range: place, message: `"${family}" again` })),
        ],
      });
    }
  },
});
